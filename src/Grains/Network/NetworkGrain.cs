using Orleans.Concurrency;
using Yihao.Contracts;
using Yihao.Grains.Halls;

namespace Yihao.Grains.Network;

/// <summary>Answers what halls there are, from the node it is asked on.</summary>
[StatelessWorker]
public sealed class NetworkGrain(NetworkInForce network) : Grain, INetworkGrain
{
    public Task<IReadOnlyList<HallEntry>> Halls() => Task.FromResult<IReadOnlyList<HallEntry>>(
        [.. network.Network.Halls
            .OrderBy(h => h.Level)
            .Select(h => new HallEntry(
                h.Hall, h.Name, h.NameEn, HallCatalogue.Camel(h.Level.ToString()), h.Parent,
                SettingsPlanning.CoverAfter(h.Settings)))]);
}
