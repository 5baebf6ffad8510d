using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Silo.Composition;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Bench.Shared;

/// <summary>
/// A node as it is shipped in this process, with its doors, on a database of its own that goes with it: PostgreSQL with
/// fsync and synchronous_commit on, or SQLite in a temporary folder.
/// </summary>
public sealed class MeasuredNode : IAsyncDisposable
{
    private readonly string folder;
    private readonly ThrowawayPostgres? postgres;

    /// <summary>What the node says is not what is measured.</summary>
    private readonly TextWriter log;
    private WebApplication? app;

    private MeasuredNode(string folder, ThrowawayPostgres? postgres)
    {
        (this.folder, this.postgres) = (folder, postgres);
        log = TextWriter.Synchronized(new StreamWriter(Path.Combine(folder, "log")) { AutoFlush = true });
    }

    /// <summary>Where its doors are.</summary>
    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    /// <summary>Of the database; only on PostgreSQL.</summary>
    public string ConnectionString => postgres!.ConnectionString("postgres");

    public StorageOptions Storage => postgres is null
        ? new StorageOptions { Provider = StorageProvider.Sqlite, Path = folder }
        : new StorageOptions { Provider = StorageProvider.PostgreSql, ConnectionString = ConnectionString };

    /// <param name="halls">Of the network.</param>
    /// <param name="windows">In each hall.</param>
    /// <param name="map">Adds doors to be compared with.</param>
    public static async Task<MeasuredNode> Start(
        StorageProvider database, int halls, int windows, Action<WebApplication>? map = null)
    {
        var node = new MeasuredNode(
            Directory.CreateTempSubdirectory("yihao-bench-").FullName,
            database == StorageProvider.PostgreSql ? await ThrowawayPostgres.Start() : null);
        await File.WriteAllTextAsync(node.NetworkFile, MeasuredNetwork.Text(halls, windows));
        await node.StartAgain(map);
        return node;
    }

    private string NetworkFile => Path.Combine(folder, "network.json");

    /// <summary>Starts it on the same database.</summary>
    public async Task StartAgain(Action<WebApplication>? map = null)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        string[] storage = postgres is null
            ? ["--Storage:Path", folder]
            : [
                "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", ConnectionString,
                "--Cluster:SiloPort", "0", "--Cluster:GatewayPort", "0", "--Cluster:Address", "127.0.0.1",
                "--Cluster:Node", "measured",
            ];
        var told = Console.Out;
        Console.SetOut(log);
        app = await Serve.Build([.. storage, "--Network:File", NetworkFile, "--urls", Address.ToString().TrimEnd('/')]);
        map?.Invoke(app);
        await app.StartAsync();
        Console.SetOut(told);
    }

    /// <summary>Stops it; its snapshots are written. The database stays.</summary>
    public async Task Stop()
    {
        if (app is not { } running)
            return;
        app = null;
        await running.StopAsync();
        await running.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (postgres is not null)
            await postgres.DisposeAsync();
        await log.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
