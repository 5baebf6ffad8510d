using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using Orleans.Storage;
using Yihao.Contracts;
using Yihao.Grains.Codec;
using Yihao.Grains.Halls;
using Yihao.Grains.Placement;
using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>Orleans around the grains: cluster, snapshots, reminders, placement.</summary>
public static class SiloComposition
{
    /// <summary>
    /// For a hall to open. One whose snapshot is lost, or is of another version, reads its whole ledger; after Orleans'
    /// own 30 s it would be stopped and begin again, for ever.
    /// </summary>
    public static readonly TimeSpan OpeningLimit = TimeSpan.FromMinutes(15);

    /// <summary>Adds the silo to a host whose storage is registered.</summary>
    public static void AddYihaoSilo(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        var database = OrleansDatabase.Of(settings.Storage);
        builder.UseOrleans(silo =>
        {
            silo.Configure<SiloOptions>(o => o.SiloName = settings.Cluster.Node);
            silo.Configure<GrainCollectionOptions>(o => o.ActivationTimeout = OpeningLimit);
            if (settings.Storage.Provider == StorageProvider.PostgreSql)
                Join(silo, settings.Cluster, database);
            else
                StandAlone(silo, settings.Cluster);
            silo.AddAdoNetGrainStorage(HallGrain.SnapshotStorage, storage =>
                storage.Configure<IGrainStorageSerializer>((o, json) =>
                    (o.Invariant, o.ConnectionString, o.GrainStorageSerializer) =
                        (database.Invariant, database.ConnectionString, new SnapshotSerializer(json))));
            silo.Services.AddHallPlacement();
            silo.Services.AddSingleton(_ => new StandStill(TimeProvider.System));
        });
        builder.Services.AddHostedService<Keeper>();
    }

    /// <summary>Adds only the way to the silos of the cluster, for a node that has doors and holds no halls.</summary>
    public static void AddYihaoClient(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        var database = OrleansDatabase.Of(settings.Storage);
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(Name);
            client.UseAdoNetClustering(o =>
                (o.Invariant, o.ConnectionString) = (database.Invariant, database.ConnectionString));
            client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = Membership.GatewayListRefresh);
            client.UseConnectionRetryFilter(Membership.TryToConnectAgain);
        });
    }

    /// <summary>One process on SQLite: what it forgets of its reminders, each hall says again at its start.</summary>
    private static void StandAlone(ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.UseLocalhostClustering(PortOr(cluster.SiloPort), PortOr(cluster.GatewayPort));
        silo.Configure<ClusterOptions>(Name);
        silo.UseInMemoryReminderService();
    }

    private static void Join(ISiloBuilder silo, ClusterSettings cluster, OrleansDatabase database)
    {
        silo.Configure<ClusterOptions>(Name);
        silo.UseAdoNetClustering(o =>
            (o.Invariant, o.ConnectionString) = (database.Invariant, database.ConnectionString));
        silo.UseAdoNetReminderService(o =>
            (o.Invariant, o.ConnectionString) = (database.Invariant, database.ConnectionString));
        silo.ConfigureEndpoints(cluster.Address, PortOr(cluster.SiloPort), PortOr(cluster.GatewayPort));
        silo.Configure<ClusterMembershipOptions>(Membership.Configure);
        silo.Configure<SiloMessagingOptions>(Membership.Configure);
        silo.Services.AddSingleton(provider => Membership.MarkOf(provider.GetRequiredService<ILocalSiloDetails>()));
    }

    private static void Name(ClusterOptions options) =>
        (options.ClusterId, options.ServiceId) = (ClusterSettings.Name, ClusterSettings.Name);

    private static int PortOr(int port)
    {
        if (port != 0)
            return port;
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
