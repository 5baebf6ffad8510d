using Yihao.Hub;
using Yihao.Hub.Doors;
using Yihao.Silo.Health;
using Yihao.Silo.Telemetry;
using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>The running server: storage, network, silo and doors in one process.</summary>
public static class Serve
{
    /// <summary>Nodes are often started before their database; a wrong address is told after it.</summary>
    private static readonly TimeSpan DatabasePatience = TimeSpan.FromSeconds(30);

    /// <summary>To write the snapshots of all halls of the node; whatever runs it must wait longer.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    public static async Task<int> Run(string[] options)
    {
        await using var app = await Build(options);
        app.Lifetime.ApplicationStarted.Register(() => Welcome.Say(app));
        await app.RunAsync();
        return YihaoProgram.Done;
    }

    /// <summary>The server, ready to be started.</summary>
    /// <exception cref="WrongSettingException">A setting is wrong, or there is no network.</exception>
    public static async Task<WebApplication> Build(string[] options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = options,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddYihao(options);
        var settings = Settings.Read(builder.Configuration);
        FreeAddress.Ensure(settings.Urls);
        builder.WebHost.UseUrls(settings.Urls);
        // Sockets are served by the pool's threads at once, not queue by queue: docs/performance.md, "What helped".
        builder.WebHost.UseSockets(sockets => sockets.IOQueueCount = 0);
        Logging.Configure(builder.Logging, settings.Telemetry);
        builder.Services.AddSingleton(settings.Cluster);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = StopLimit);
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddSingleton<IHostLifetime, StopInOrder>();
        builder.Services.AddHealthOfNode();
        builder.AddYihaoTelemetry(settings);
        if (settings.Cluster.Roles.HasFlag(Roles.Silo))
            await AddHalls(builder, settings);
        else
            AddWayToHalls(builder, settings);
        if (settings.Cluster.Roles.HasFlag(Roles.Hub))
            builder.Services.AddYihaoHub(settings.Hub);
        var app = builder.Build();
        if (settings.Cluster.Roles.HasFlag(Roles.Hub))
            app.MapYihaoHub();
        else
            app.MapYihaoHealth();
        app.MapYihaoOps(settings);
        return app;
    }

    private static async Task AddHalls(WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton(new StorageLock(settings.Storage));
        await Database.PrepareWhenUp(settings.Storage, DatabasePatience, Console.Out);
        builder.Services.AddYihaoStorage(settings.Storage);
        builder.Services.AddSingleton(await LoadNetwork(settings));
        if (settings.Storage.Provider == StorageProvider.PostgreSql)
            builder.Services.AddHostedService<NetworkWatch>();
        builder.Services.AddHealthOfSilo();
        builder.AddYihaoOps(settings);
        builder.AddYihaoSilo(settings);
    }

    private static void AddWayToHalls(WebApplicationBuilder builder, Settings settings)
    {
        builder.AddYihaoOpsOfDoors(settings);
        builder.AddYihaoClient(settings);
        builder.Services.AddHealthOfDoors();
    }

    /// <summary>With a storage of its own, so that a wrong file stops the start before anything runs.</summary>
    private static async Task<Grains.Network.NetworkInForce> LoadNetwork(Settings settings)
    {
        await using var storage = new ServiceCollection().AddYihaoStorage(settings.Storage).BuildServiceProvider();
        var store = storage.GetRequiredService<Grains.Ports.INetworkStore>();
        return await NetworkLoading.Load(store, settings, CancellationToken.None);
    }
}
