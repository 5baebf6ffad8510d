using System.Collections.Concurrent;
using Yihao.Bench.Shared;
using Yihao.Tests.Shared;

namespace Yihao.Load.Servers;

/// <summary>A server that this program has started, with a PostgreSQL of its own. Gone when disposed of.</summary>
internal sealed class StartedServer : IAsyncDisposable
{
    private const int KeptLines = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ThrowawayPostgres postgres;
    private readonly string folder = Directory.CreateTempSubdirectory("yihao-load-").FullName;
    private readonly ConcurrentQueue<string> lines = [];
    private readonly ProgramProcess process;

    private StartedServer(ThrowawayPostgres postgres, Options options, int halls, int windows)
    {
        this.postgres = postgres;
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        Database = postgres.ConnectionString("load");
        process = options.Baseline
            ? new ProgramProcess(folder, BaselineOptions(options.Pool), Keep)
            {
                Executable = ProgramProcess.Program("Yihao.Baseline", "baseline"),
            }
            : new ProgramProcess(folder, YihaoOptions(halls, windows), Keep);
    }

    public Uri Address { get; }

    public string Database { get; }

    public static async Task<StartedServer> Start(Options options, int halls, int windows)
    {
        var postgres = await ThrowawayPostgres.Start();
        await postgres.Tool("createdb", "load");
        var server = new StartedServer(postgres, options, halls, windows);
        server.process.Start();
        await server.Ready(options.Baseline ? "/api/counts" : "/healthz/ready");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasEnded)
            await process.Kill();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string[] BaselineOptions(int pool) =>
        ["--urls", Address.AbsoluteUri, "--database", Database, "--pool", $"{pool}"];

    private string[] YihaoOptions(int halls, int windows)
    {
        var network = Path.Combine(folder, "network.json");
        File.WriteAllText(network, MeasuredNetwork.Text(halls, windows));
        // The limit of a kiosk is one of the address: here all kiosks have the same.
        return
        [
            "--urls", Address.AbsoluteUri, "--Network:File", network,
            "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", Database,
            "--Cluster:Node", "load", "--Cluster:SiloPort", "0", "--Cluster:GatewayPort", "0",
            "--Doors:TicketsPerSecond", "1000000", "--Doors:InFlight", "100000",
        ];
    }

    private async Task Ready(string path)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var begun = TimeProvider.System.GetTimestamp();
        while (!await Answers(http, path))
        {
            if (process.HasEnded || TimeProvider.System.GetElapsedTime(begun) > Patience)
                throw new InvalidOperationException("The server does not start:\n" + string.Join('\n', lines));
            await Task.Delay(50);
        }
    }

    private static async Task<bool> Answers(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
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
