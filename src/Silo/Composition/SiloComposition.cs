using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using Yihao.Grains.Halls;
using Yihao.Grains.Placement;
using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>Orleans around the grains: cluster, snapshots, placement.</summary>
public static class SiloComposition
{
    /// <summary>Adds the silo to a host whose storage is registered.</summary>
    public static void AddYihaoSilo(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        var database = OrleansDatabase.Of(settings.Storage);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(PortOr(settings.SiloPort), PortOr(settings.GatewayPort));
            silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = ("yihao", "yihao"));
            silo.Configure<SiloOptions>(o => o.SiloName = Environment.MachineName);
            silo.AddAdoNetGrainStorage(HallGrain.SnapshotStorage, o =>
            {
                o.Invariant = database.Invariant;
                o.ConnectionString = database.ConnectionString;
            });
            silo.Services.AddPlacementDirector<HallAffinePlacement, HallAffineDirector>();
        });
        builder.Services.AddHostedService<Keeper>();
    }

    /// <summary>One node talks to itself only, so any free port does, and two of them fit on one machine.</summary>
    private static int PortOr(int port)
    {
        if (port != 0)
            return port;
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
