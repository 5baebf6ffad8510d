using Yihao.Grains.Halls;

namespace Yihao.Grains.Network;

/// <summary>The network this node works with, from its start to its end.</summary>
public sealed class NetworkInForce(NetworkDefinition network)
{
    public NetworkDefinition Network => network;

    /// <summary>A hall with its plan for the day; null when the network does not know it.</summary>
    public HallCatalogue? CatalogueOf(string hall, DateTimeOffset now)
    {
        if (network.FindHall(hall) is not { } definition)
            return null;
        var today = new Rules.BusinessClock(definition.Zone, definition.DayBoundary).DayOf(now);
        return new HallCatalogue(network, definition, today);
    }
}
