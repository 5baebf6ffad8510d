namespace Yihao.Grains.Network;

/// <summary>How a matter ends: at once 即办件, within promised days 承诺件, by several departments 联办件, by a higher
/// level 上报件.</summary>
public enum MatterKind
{
    Instant,
    Promised,
    Joint,
    Upward,
}

/// <summary>An item of the service catalogue.</summary>
public sealed record MatterDefinition
{
    /// <summary>The code: lower-case letters, digits and hyphens, at most 32.</summary>
    public required string Matter { get; init; }

    /// <summary>Shown to citizens.</summary>
    public required string Name { get; init; }

    /// <summary>Shown on English pages; null: the name is shown.</summary>
    public string? NameEn { get; init; }

    /// <summary>Who decides it.</summary>
    public required string Department { get; init; }

    /// <summary>Windows of this domain take it; null, or no such window in the hall: general windows do.</summary>
    public string? Domain { get; init; }

    /// <summary>Default: instant.</summary>
    public required MatterKind Kind { get; init; }

    /// <summary>Working days, 1 to 365; null for instant matters, and only for them.</summary>
    public int? PromisedDays { get; init; }

    /// <summary>Typical minutes at a window, 1 to 240. Default: 10.</summary>
    public required int Minutes { get; init; }

    /// <summary>What to bring (一次性告知); may be empty.</summary>
    public required IReadOnlyList<string> Materials { get; init; }

    /// <summary>The levels whose halls accept it. Default: county.</summary>
    public required IReadOnlyList<Level> Levels { get; init; }

    /// <summary>The only halls that accept it; null: all of its levels.</summary>
    public IReadOnlyList<string>? Halls { get; init; }

    /// <summary>Whether a clerk of another hall may serve it by camera. Default: false.</summary>
    public bool Remote { get; init; }

    /// <summary>Whether a hall accepts it, by level and list; whether a window there serves it is another
    /// question.</summary>
    public bool AcceptedBy(HallDefinition hall) =>
        Levels.Contains(hall.Level) && (Halls is null || Halls.Contains(hall.Hall));
}
