namespace Yihao.Grains.Network;

/// <summary>The kind of a window; it decides what the window serves, see <see cref="WindowMatters"/>.</summary>
public enum WindowKind
{
    General,
    Domain,
    Professional,
    Delivery,
    CrossRegion,
    Assist,
    Consultation,
    BackOffice,
}

/// <summary>Who staffs a window.</summary>
/// <param name="A">The first clerk, of this very hall and of no other A post; null only at back-office desks.</param>
/// <param name="B">The deputies in order, of any hall; may be empty.</param>
public sealed record PostsDefinition(string? A, IReadOnlyList<string> B)
{
    /// <summary>Nobody.</summary>
    public static PostsDefinition Empty { get; } = new(null, []);
}

/// <summary>A span of every day in which nobody is meant to be at a window, in the hall's zone: lunch, an afternoon.
/// </summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive, later than <paramref name="From"/>.</param>
public sealed record RotaDefinition(TimeOnly From, TimeOnly To)
{
    /// <summary>The most spans that one window may have.</summary>
    public const int Most = 6;
}

/// <summary>A window of a hall.</summary>
public sealed record WindowDefinition
{
    /// <summary>1 to 8 letters and digits, unique in its hall; usually the number on the sign: "12".</summary>
    public required string Window { get; init; }

    /// <summary>Decides what it serves.</summary>
    public required WindowKind Kind { get; init; }

    /// <summary>On the sign. Default: by the kind, "综合窗口", "社保窗口" …</summary>
    public required string Name { get; init; }

    /// <summary>1 to 20. Default: 1.</summary>
    public int Floor { get; init; } = 1;

    /// <summary>One of the hall's areas. Default: by the kind, mostly "acceptance".</summary>
    public required string Area { get; init; }

    /// <summary>The domains it serves; needed at a domain window, possible at a general one.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>The matters it serves by name, besides what its kind and its domains give it.</summary>
    public required IReadOnlyList<string> Matters { get; init; }

    /// <summary>A desk (云窗口) that serves citizens of other halls first. Default: false.</summary>
    public bool RemoteDesk { get; init; }

    /// <summary>When nobody is meant to be there, which is no loss: at most <see cref="RotaDefinition.Most"/> spans
    /// that do not overlap. Default: none.</summary>
    public IReadOnlyList<RotaDefinition> Rota { get; init; } = [];

    /// <summary>Who staffs it.</summary>
    public required PostsDefinition Posts { get; init; }
}
