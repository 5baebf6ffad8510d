using Yihao.Grains.Network;

namespace Yihao.Grains.Tiers;

/// <summary>The halls that help a hall, and those that it helps.</summary>
/// <param name="Above">Its B hall; null when it has none.</param>
/// <param name="IsBeside">The B hall is of the same level: it hears of this hall alone, not of others.</param>
/// <param name="HelpersBelow">Halls that have it for their B hall and help upwards.</param>
internal sealed record Neighbours(string? Above, bool IsBeside, IReadOnlyList<string> HelpersBelow)
{
    public static Neighbours Of(NetworkDefinition network, HallDefinition hall)
    {
        var above = hall.BHall is { } id ? network.FindHall(id) : null;
        return new(
            above?.Hall,
            above?.Level == hall.Level,
            [.. network.Halls
                .Where(h => h.BHall == hall.Hall && h.Level > hall.Level && h.Settings.HelpsUp == true)
                .Select(h => h.Hall)]);
    }
}
