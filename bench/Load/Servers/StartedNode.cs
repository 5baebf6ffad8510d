using System.Collections.Concurrent;
using Yihao.Tests.Shared;

namespace Yihao.Load.Servers;

/// <summary>A server process that this program has started, and can kill and start again at the same address.</summary>
internal sealed class StartedNode
{
    private const int KeptLines = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ConcurrentQueue<string> lines = [];
    private readonly string readyPath;

    /// <param name="options">Of its command line, beside the address.</param>
    public StartedNode(string folder, string executable, IEnumerable<string> options, string readyPath)
    {
        this.readyPath = readyPath;
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        Process = new ProgramProcess(folder, ["--urls", Address.AbsoluteUri, .. options], Keep)
        {
            Executable = executable,
        };
    }

    public Uri Address { get; }

    /// <summary>The baseline, which makes its table in the database.</summary>
    /// <param name="pool">Connections to it.</param>
    /// <param name="multiplexing">Statements of several requests go out together on one of them.</param>
    public static StartedNode Baseline(string folder, string database, int pool, bool multiplexing = false) => new(
        folder,
        ProgramProcess.Program("Yihao.Baseline", "baseline"),
        ["--database", database, "--pool", $"{pool}", "--multiplexing", $"{multiplexing}"],
        "/api/counts");

    /// <summary>A node of ours on PostgreSQL.</summary>
    /// <param name="network">Text of the network file.</param>
    /// <param name="name">Of the node in its cluster.</param>
    /// <param name="writers">The setting Storage:Writers.</param>
    public static StartedNode Yihao(string folder, string database, string network, string name, int writers = 1)
    {
        var file = Path.Combine(folder, name + ".json");
        File.WriteAllText(file, network);
        // The limit of a kiosk is one of the address: here all kiosks have the same.
        return new(
            folder,
            ProgramProcess.Program(),
            [
                "--Network:File", file, "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", database,
                "--Storage:Writers", $"{writers}",
                "--Cluster:Node", name, "--Cluster:SiloPort", "0", "--Cluster:GatewayPort", "0",
                "--Doors:TicketsPerSecond", "1000000", "--Doors:InFlight", "100000",
            ],
            "/healthz/ready");
    }

    public ProgramProcess Process { get; }

    /// <summary>Until it says that it is ready.</summary>
    public async Task Start()
    {
        Process.Start();
        using var http = new HttpClient { BaseAddress = Address };
        var begun = TimeProvider.System.GetTimestamp();
        while (!await Answers(http))
        {
            if (Process.HasEnded || TimeProvider.System.GetElapsedTime(begun) > Patience)
                throw new InvalidOperationException("The server does not start:\n" + string.Join('\n', lines));
            await Task.Delay(10);
        }
    }

    private async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(readyPath, UriKind.Relative));
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
