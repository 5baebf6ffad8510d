using System.Collections.Concurrent;
using System.Text.Json;
using Yihao.Load.Clients;
using Yihao.Region.Halls;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Region.Run;

/// <summary>PostgreSQL servers with the split ledger, and one node on them. Gone when disposed of.</summary>
internal sealed class RegionServers : IAsyncDisposable
{
    private const int KeptLines = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<ThrowawayPostgres> postgres = [];
    private readonly string folder = Directory.CreateTempSubdirectory("yihao-region-").FullName;
    private readonly ConcurrentQueue<string> lines = [];
    private ProgramProcess? node;
    private HttpCaller? http;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    public int Node => node!.Id;

    public IReadOnlyList<string> Databases => [.. postgres.Select(server => server.ConnectionString("postgres"))];

    public StorageOptions Storage => new()
    {
        Provider = StorageProvider.PostgreSql,
        ConnectionString = Databases[0],
        Ledgers = [.. Databases.Skip(1)],
    };

    public async Task Start(int databases, IReadOnlyList<Division> halls)
    {
        for (var i = 0; i < databases; i++)
            postgres.Add(await ThrowawayPostgres.Start());
        var network = Path.Combine(folder, "network.json");
        await File.WriteAllTextAsync(network, RegionNetwork.Text(halls));
        string[] options =
        [
            "--urls", Address.AbsoluteUri, "--Network:File", network,
            "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", Databases[0],
            .. Databases.Skip(1).SelectMany((d, i) => new[] { $"--Storage:Ledgers:{i + 1}", d }),
            "--Cluster:Node", "region", "--Cluster:SiloPort", $"{FreePort.Find()}",
            "--Cluster:GatewayPort", $"{FreePort.Find()}",
            // The limit of a kiosk is one of the address: here all kiosks have the same.
            "--Doors:TicketsPerSecond", "1000000", "--Doors:InFlight", "100000",
        ];
        node = new ProgramProcess(folder, options, Keep);
        http = new HttpCaller(Address);
        await StartNode();
    }

    /// <summary>Ends when it is ready.</summary>
    public async Task StartNode()
    {
        node!.Start();
        var begun = TimeProvider.System.GetTimestamp();
        while (!await IsReady())
        {
            if (node.HasEnded || TimeProvider.System.GetElapsedTime(begun) > Patience)
                throw new InvalidOperationException("The node does not start:\n" + string.Join('\n', lines));
            await Task.Delay(50);
        }
    }

    public Task KillNode() => node!.Kill();

    /// <summary>How many halls live on the node.</summary>
    public async Task<int> HallsUp() => (await http!.Get("/ops/halls")).GetProperty("halls").GetArrayLength();

    /// <summary>Bytes that are held by somebody, and what the machine counts for the process.</summary>
    public async Task<(long Heap, long WorkingSet)> Memory()
    {
        var (_, body) = await http!.Post("/ops/collect", []);
        var after = JsonElement.Parse(body).GetProperty("after");
        return (after.GetProperty("heapBytes").GetInt64(), after.GetProperty("workingSetBytes").GetInt64());
    }

    public async ValueTask DisposeAsync()
    {
        if (node is { HasEnded: false })
            await node.Kill();
        http?.Dispose();
        foreach (var server in postgres)
            await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> IsReady()
    {
        try
        {
            await http!.Get("/healthz/ready");
            return true;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or WrongAnswerException)
        {
            return false;
        }
    }

    private void Keep(string line)
    {
        lines.Enqueue(line);
        while (lines.Count > KeptLines)
            lines.TryDequeue(out _);
    }
}
