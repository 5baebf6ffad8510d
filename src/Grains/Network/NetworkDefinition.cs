using System.Collections.Frozen;

namespace Yihao.Grains.Network;

/// <summary>
/// A network of halls as a file states it: halls with their windows and posts, clerks and the catalogue of matters.
/// Made by <see cref="NetworkFile.Parse"/> only, which guarantees that every id is unique and every reference is known.
/// </summary>
public sealed record NetworkDefinition
{
    private readonly FrozenDictionary<string, HallDefinition> _halls;
    private readonly FrozenDictionary<string, ClerkDefinition> _clerks;
    private readonly FrozenDictionary<string, MatterDefinition> _matters;

    internal NetworkDefinition(
        string name,
        IReadOnlyList<string> domains,
        IReadOnlyList<HallDefinition> halls,
        IReadOnlyList<ClerkDefinition> clerks,
        IReadOnlyList<MatterDefinition> matters)
    {
        Name = name;
        Domains = domains;
        Halls = halls;
        Clerks = clerks;
        Matters = matters;
        _halls = halls.ToFrozenDictionary(hall => hall.Hall);
        _clerks = clerks.ToFrozenDictionary(clerk => clerk.Clerk);
        _matters = matters.ToFrozenDictionary(matter => matter.Matter);
        Kins = MatterKins.Of(domains, clerks, matters);
    }

    /// <summary>The domains when the file states none: 公安 社保 医保 不动产 公积金 民政 税务 司法.</summary>
    public static IReadOnlyList<string> UsualDomains { get; } =
        ["公安", "社保", "医保", "不动产", "公积金", "民政", "税务", "司法"];

    /// <summary>What the network is called, for people; empty when the file does not say.</summary>
    public string Name { get; }

    /// <summary>The domains that windows, clerks and matters may name.</summary>
    public IReadOnlyList<string> Domains { get; }

    /// <summary>All halls, in the order of the file.</summary>
    public IReadOnlyList<HallDefinition> Halls { get; }

    /// <summary>All clerks, in the order of the file.</summary>
    public IReadOnlyList<ClerkDefinition> Clerks { get; }

    /// <summary>The catalogue, in the order of the file.</summary>
    public IReadOnlyList<MatterDefinition> Matters { get; }

    /// <summary>Which matters the same clerks may serve by camera, for the whole network.</summary>
    public MatterKins Kins { get; }

    /// <summary>The hall of an id, in constant time; null when the network has none.</summary>
    public HallDefinition? FindHall(string hall) => _halls.GetValueOrDefault(hall);

    /// <summary>The clerk of an id, in constant time; null when the network has none.</summary>
    public ClerkDefinition? FindClerk(string clerk) => _clerks.GetValueOrDefault(clerk);

    /// <summary>The matter of a code, in constant time; null when the catalogue has none.</summary>
    public MatterDefinition? FindMatter(string matter) => _matters.GetValueOrDefault(matter);

    /// <summary>The halls whose parent is this one, in the order of the file.</summary>
    public IEnumerable<HallDefinition> ChildrenOf(string hall) => Halls.Where(child => child.Parent == hall);

    /// <summary>What each window of a hall serves by its kind; see <see cref="WindowMatters"/>.</summary>
    public WindowMatters MattersOf(HallDefinition hall) => WindowMatters.Of(hall, Matters);
}
