using Yihao.Contracts;
using Yihao.Grains.Network;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>One hall of the network in force: its plan for the rules, and the names that people read.</summary>
public sealed class HallCatalogue
{
    private readonly NetworkDefinition network;
    private readonly Dictionary<string, WindowDefinition> windows;

    public HallCatalogue(NetworkDefinition network, HallDefinition hall, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(hall);
        (this.network, Definition) = (network, hall);
        Plan = HallPlanning.Of(network, hall, today);
        var served = network.MattersOf(hall).All;
        Matters = [.. served.Select(View)];
        windows = hall.Windows.ToDictionary(w => w.Window);
    }

    public HallDefinition Definition { get; }

    /// <summary>Made from this network; when another one is in force it is out of date.</summary>
    public bool IsOf(NetworkDefinition other) => ReferenceEquals(network, other);

    public HallPlan Plan { get; }

    public IReadOnlyList<MatterView> Matters { get; }

    /// <summary>The matter's name; null when none was named or it is no longer in the catalogue.</summary>
    public string? MatterName(string matter) => network.FindMatter(matter)?.Name;

    /// <summary>The hall's name; null for one that is no longer in the network.</summary>
    public string? HallName(string? hall) => hall is null ? null : network.FindHall(hall)?.Name ?? hall;

    /// <summary>What is wrong with sending a ticket there; null when its windows may take it.</summary>
    public string? WhyNotTo(string hall, string? matter)
    {
        if (network.FindHall(hall) is not { } other)
            return Codes.HallUnknown;
        return string.IsNullOrEmpty(matter) || network.MattersOf(other).All.Any(m => m.Matter == matter)
            ? null
            : Wire.Code(Refusal.MatterNotServedHere);
    }

    internal Tiers.Neighbours Neighbours => Tiers.Neighbours.Of(network, Definition);

    public WindowDefinition? WindowOf(string window) => windows.GetValueOrDefault(window);

    /// <summary>Matters whose name, department, domain or code contains the search; all without one.</summary>
    public IReadOnlyList<MatterView> Find(string? search) => string.IsNullOrWhiteSpace(search)
        ? Matters
        : [.. Matters.Where(m => Matches(m, search.Trim()))];

    private static bool Matches(MatterView matter, string search) =>
        new[] { matter.Name, matter.NameEn, matter.Department, matter.Domain, matter.Matter }
            .Any(text => text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true);

    private MatterView View(MatterDefinition matter) => new(
        matter.Matter,
        matter.Name,
        matter.NameEn,
        matter.Department,
        matter.Domain,
        Camel(matter.Kind.ToString()),
        matter.PromisedDays,
        matter.Materials,
        matter.Minutes,
        Definition.PrefixOf(matter).ToString());

    internal static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
