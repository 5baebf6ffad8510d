using Orleans.Configuration;
using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>
/// How soon the others notice that a node is gone. Measured against Orleans' own settings: a killed node's halls answer
/// elsewhere after about 1 s instead of 6 s, a frozen one's after 2 s instead of 60 to 90 s (docs/decisions/0014).
/// </summary>
internal static class Membership
{
    /// <summary>How often a node with doors only looks which silos there are.</summary>
    public static readonly TimeSpan GatewayListRefresh = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan AmongSilos = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan BetweenConnects = TimeSpan.FromSeconds(1);

    public static void Configure(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        // Half a second was too short for a node beside busy neighbours: it was declared dead for a stall.
        options.MinProbeTimeout = TimeSpan.FromMilliseconds(750);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 2;
        options.NumVotesForDeathDeclaration = 2;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        // A frozen process has open connections, which say nothing of its life.
        options.EnableConnectionLivenessCheck = false;
    }

    /// <summary>
    /// A question among the silos that was lost with a node that stops is given up soon: a hall that comes up asks the
    /// directory first, and with Orleans' own 30 s was silent for as long.
    /// </summary>
    public static void Configure(SiloMessagingOptions options) => options.SystemResponseTimeout = AmongSilos;

    public static SiloMark MarkOf(ILocalSiloDetails silo) => new(
        silo.ClusterId,
        silo.SiloAddress.Endpoint.Address.ToString(),
        silo.SiloAddress.Endpoint.Port,
        silo.SiloAddress.Generation);

    /// <summary>No silo yet is no reason to give up: the node is not ready until there is one.</summary>
    public static async Task<bool> TryToConnectAgain(Exception failure, CancellationToken cancellation)
    {
        await Task.Delay(BetweenConnects, cancellation);
        return true;
    }
}
