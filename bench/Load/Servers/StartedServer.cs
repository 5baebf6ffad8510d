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
        ? Start(1, (folder, database, _) => StartedNode.Baseline(folder, database, options.Pool))
        : StartYihao(halls, windows, nodes: 1);

    public static Task<StartedServer> StartYihao(int halls, int windows, int nodes) => Start(
        nodes,
        (folder, database, index) => StartedNode.Yihao(
            folder, database, MeasuredNetwork.Text(halls, windows), $"load-{index + 1}"));

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
            [.. Enumerable.Range(0, nodes).Select(i => make(folder, postgres.ConnectionString(Database), i))]);
        foreach (var node in started.Nodes)
            await node.Start();
        return started;
    }
}
