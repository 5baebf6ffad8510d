using System.Collections.Frozen;

namespace Yihao.Grains.Network;

/// <summary>
/// What each window of one hall serves. Of the matters that the hall accepts, a domain window takes those of its
/// domains; a
/// professional, delivery, cross-region, assist or consultation window those that it names; a general window all
/// that no
/// other window of the hall reserves in one of these ways, and besides what it names itself. Back-office desks
/// serve none.
/// </summary>
public sealed class WindowMatters
{
    private readonly FrozenDictionary<string, IReadOnlyList<MatterDefinition>> _byWindow;

    private WindowMatters(
        FrozenDictionary<string, IReadOnlyList<MatterDefinition>> byWindow, IReadOnlyList<MatterDefinition> all)
    {
        _byWindow = byWindow;
        All = all;
    }

    /// <summary>What at least one window serves, in the order of the catalogue: what a citizen can choose in this
    /// hall.</summary>
    public IReadOnlyList<MatterDefinition> All { get; }

    /// <summary>What this window serves, in the order of the catalogue; empty for a window the hall does not
    /// have.</summary>
    public IReadOnlyList<MatterDefinition> this[string window] => _byWindow.GetValueOrDefault(window, []);

    internal static WindowMatters Of(HallDefinition hall, IEnumerable<MatterDefinition> catalogue)
    {
        var accepted = catalogue.Where(matter => matter.AcceptedBy(hall)).ToArray();
        var reserved = accepted.Where(matter => hall.Windows.Any(window => Reserves(window, matter))).ToHashSet();
        // Ids are unique in a checked network; while a file is being checked they may not be, and the last one counts.
        var byWindow = new Dictionary<string, IReadOnlyList<MatterDefinition>>();
        foreach (var window in hall.Windows)
            byWindow[window.Window] = accepted.Where(matter => Serves(window, matter, reserved)).ToArray();
        var served = byWindow.Values.SelectMany(matters => matters).ToHashSet();
        return new(byWindow.ToFrozenDictionary(), accepted.Where(served.Contains).ToArray());
    }

    private static bool Reserves(WindowDefinition window, MatterDefinition matter) =>
        window.Kind is not (WindowKind.General or WindowKind.BackOffice) && Names(window, matter);

    private static bool Serves(WindowDefinition window, MatterDefinition matter, HashSet<MatterDefinition> reserved) =>
        window.Kind switch
        {
            WindowKind.BackOffice => false,
            WindowKind.General => !reserved.Contains(matter) || Names(window, matter),
            _ => Names(window, matter),
        };

    private static bool Names(WindowDefinition window, MatterDefinition matter) =>
        window.Matters.Contains(matter.Matter) || (matter.Domain is { } domain && window.Domains.Contains(domain));
}
