using Yihao.Grains.Network;
using Yihao.Grains.Ports;

namespace Yihao.Silo.Composition;

/// <summary>
/// Takes over the network that another node has put in force, so that a hall has the same plan on every node: one node
/// started with a new file is enough for all.
/// </summary>
internal sealed partial class NetworkWatch(
    INetworkStore store, NetworkInForce inForce, TimeProvider time, ILogger<NetworkWatch> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first round reads it in any case: it may have changed since this node began.
        long seen = 0;
        using var rounds = new PeriodicTimer(Round, time);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                seen = await Look(seen, stoppingToken);
            }
            catch (LedgerUnavailableException failure)
            {
                LogNotRead(failure);
            }
        }
    }

    private async Task<long> Look(long seen, CancellationToken stopping)
    {
        var version = await store.Version(stopping);
        if (version == seen || await store.Load(stopping) is not { } text || text == inForce.Text)
            return version;
        if (NetworkFile.Parse(text) is NetworkResult.Valid newer)
        {
            inForce.Replace(newer.Network, text);
            LogReplaced(version);
        }
        else
        {
            LogNotUnderstood(version);
        }

        return version;
    }

    [LoggerMessage(2520, LogLevel.Warning, "The network in force cannot be read; this node goes on with its own")]
    private partial void LogNotRead(Exception failure);

    [LoggerMessage(2521, LogLevel.Error,
        "Version {Version} of the network is not understood here: update this node. It goes on with its own")]
    private partial void LogNotUnderstood(long version);

    [LoggerMessage(2522, LogLevel.Information,
        "Version {Version} of the network is in force: another node has put it there")]
    private partial void LogReplaced(long version);
}
