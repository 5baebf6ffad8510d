using Yihao.Grains.Halls;

namespace Yihao.Grains.Network;

/// <summary>The network this node works with. Halls that were planned by an older one are opened anew.</summary>
/// <param name="text">The file it was read from; null where there is none.</param>
public sealed class NetworkInForce(NetworkDefinition network, string? text = null)
{
    private volatile Pair current = new(network, text);

    public NetworkDefinition Network => current.Network;

    public string? Text => current.Text;

    /// <summary>From now on another one; halls take it over one after the other.</summary>
    public void Replace(NetworkDefinition newer, string text) => current = new(newer, text);

    /// <summary>A hall with its plan for the day; null when the network does not know it.</summary>
    public HallCatalogue? CatalogueOf(string hall, DateTimeOffset now)
    {
        var network = Network;
        if (network.FindHall(hall) is not { } definition)
            return null;
        var today = new Rules.BusinessClock(definition.Zone, definition.DayBoundary).DayOf(now);
        return new HallCatalogue(network, definition, today);
    }

    private sealed record Pair(NetworkDefinition Network, string? Text);
}
