using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.Storage;
using Orleans.TestingHost;
using Yihao.Contracts;
using Yihao.Grains.Codec;
using Yihao.Grains.Network;
using Yihao.Grains.Placement;
using Yihao.Grains.Ports;
using Yihao.Storage;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>Silos in this process on a real database, with the shipping grains, storage and placement.</summary>
internal sealed class HallCluster : IAsyncDisposable
{
    public const string Hall = "450521";
    public const string OtherHall = "450502";

    private readonly StorageOptions storage;
    private readonly ServiceProvider own;

    private HallCluster(StorageOptions storage, InProcessTestCluster cluster, FakeTimeProvider? time)
    {
        (this.storage, Cluster, Time) = (storage, cluster, time);
        own = new ServiceCollection().AddYihaoStorage(storage).BuildServiceProvider();
    }

    public InProcessTestCluster Cluster { get; }

    public FakeTimeProvider? Time { get; }

    public static NetworkDefinition Sample { get; } =
        ((NetworkResult.Valid)NetworkFile.Parse(SampleNetwork.Text)).Network;

    public static async Task<HallCluster> Start(
        StorageOptions storage, short silos = 1, FakeTimeProvider? time = null, NetworkDefinition? network = null,
        IImagePacking? packing = null)
    {
        StorageSchema.Migrate(storage);
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) => Configure(silo, storage, time, network ?? Sample));
        if (packing is not null)
            builder.ConfigureSilo((_, silo) => silo.Services.AddSingleton(packing));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new HallCluster(storage, cluster, time);
    }

    public IHallGrain HallGrain(string hall = Hall) => Cluster.Client.GetGrain<IHallGrain>(hall);

    public IWindowGrain WindowGrain(string window, string hall = Hall) =>
        Cluster.Client.GetGrain<IWindowGrain>($"{hall}/{window}");

    /// <summary>So many numbers, all asked for at once.</summary>
    public Task<TicketTaken[]> Take(int numbers) => Task.WhenAll(Enumerable.Range(0, numbers).Select(_ =>
    {
        var request = Asks.Take();
        return Retry.Accepted(() => HallGrain().TakeNumber(request));
    }));

    public ILedger Ledger => own.GetRequiredService<ILedger>();

    /// <summary>The silo that owns a hall now.</summary>
    public InProcessSiloHandle OwnerOf(string hall)
    {
        var grain = HallGrain(hall).GetGrainId();
        return Cluster.Silos.Single(s =>
            s.ServiceProvider.GetRequiredService<Orleans.Runtime.IGrainRuntime>() is not null
            && Cluster.TryGetGrainContext(grain, out var context)
            && context.Address.SiloAddress!.Equals(s.SiloAddress));
    }

    /// <summary>Everything a hall's ledger holds, after its chain was found whole.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> WholeLedger(string hall = Hall)
    {
        var report = await own.GetRequiredService<LedgerVerifier>().Verify(hall, CancellationToken.None);
        Assert.Empty(report.Findings);
        List<LedgerEntry> all = [];
        while (await Ledger.Read(hall, all.Count, 10_000, CancellationToken.None) is { Count: > 0 } page)
            all.AddRange(page);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await own.DisposeAsync();
        if (storage.Provider == StorageProvider.Sqlite)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(storage.Path, recursive: true);
        }
    }

    public static StorageOptions NewSqlite() =>
        new() { Path = Directory.CreateTempSubdirectory("yihao-cluster-").FullName };

    private static void Configure(
        ISiloBuilder silo, StorageOptions storage, FakeTimeProvider? time, NetworkDefinition network)
    {
        var database = OrleansDatabase.Of(storage);
        silo.Services.AddYihaoStorage(storage);
        silo.Services.AddSingleton(new NetworkInForce(network));
        silo.Services.AddHallPlacement();
        silo.Services.AddSingleton(_ => new StandStill(TimeProvider.System));
        silo.UseInMemoryReminderService();
        silo.AddAdoNetGrainStorage(Yihao.Grains.Halls.HallGrain.SnapshotStorage, options =>
            options.Configure<IGrainStorageSerializer>((o, json) =>
            {
                o.Invariant = database.Invariant;
                o.ConnectionString = database.ConnectionString;
                o.GrainStorageSerializer = new SnapshotSerializer(json);
            }));
        silo.ConfigureLogging(log => log.SetMinimumLevel(LogLevel.Error));
        if (time is null)
            return;
        silo.Services.AddSingleton<TimeProvider>(time);
        silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
    }
}
