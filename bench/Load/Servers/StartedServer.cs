using Yihao.Bench.Shared;
using Yihao.Tests.Shared;

namespace Yihao.Load.Servers;

/// <summary>
/// A server of one node or several that this program has started, with a PostgreSQL of its own. Gone when disposed of.
/// </summary>
internal sealed class StartedServer : IAsyncDisposable
{
    private readonly ThrowawayPostgres postgres;
    private readonly string folder;

    private StartedServer(ThrowawayPostgres postgres, string database, string folder, IReadOnlyList<StartedNode> nodes)
    {
        (this.postgres, this.folder) = (postgres, folder);
        Database = postgres.ConnectionString(database);
        Nodes = nodes;
    }

    public IReadOnlyList<StartedNode> Nodes { get; }

    public Uri Address => Nodes[0].Address;

    public string Database { get; }

    public static Task<StartedServer> Start(Options options, int halls, int windows) => options.Baseline
        ? Start(1, (database, folder, _) => new StartedNode(
            folder,
            ProgramProcess.Program("Yihao.Baseline", "baseline"),
            ["--database", database, "--pool", $"{options.Pool}"],
            "/api/counts"))
        : StartYihao(halls, windows, nodes: 1);

    public static Task<StartedServer> StartYihao(int halls, int windows, int nodes) =>
        Start(nodes, (database, folder, index) =>
        {
            var network = Path.Combine(folder, "network.json");
            File.WriteAllText(network, MeasuredNetwork.Text(halls, windows));
            return new StartedNode(
                folder, ProgramProcess.Program(), YihaoOptions(database, network, index), "/healthz/ready");
        });

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes.Where(n => !n.Process.HasEnded))
            await node.Process.Kill();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<StartedServer> Start(int nodes, Func<string, string, int, StartedNode> make)
    {
        const string Database = "load";
        var postgres = await ThrowawayPostgres.Start();
        await postgres.Tool("createdb", Database);
        var folder = Directory.CreateTempSubdirectory("yihao-load-").FullName;
        var started = new StartedServer(
            postgres,
            Database,
            folder,
            [.. Enumerable.Range(0, nodes).Select(i => make(postgres.ConnectionString(Database), folder, i))]);
        foreach (var node in started.Nodes)
            await node.Start();
        return started;
    }

    // The limit of a kiosk is one of the address: here all kiosks have the same.
    private static string[] YihaoOptions(string database, string network, int index) =>
    [
        "--Network:File", network, "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", database,
        "--Cluster:Node", $"load-{index + 1}", "--Cluster:SiloPort", "0", "--Cluster:GatewayPort", "0",
        "--Doors:TicketsPerSecond", "1000000", "--Doors:InFlight", "100000",
    ];
}
