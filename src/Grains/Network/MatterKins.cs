using System.Collections.Frozen;

namespace Yihao.Grains.Network;

/// <summary>
/// The kins of a network: remote matters that the same clerks of all halls may serve, by what skills name. A matter
/// that some clerk's skill names alone is a kin of its own, with its code; the others go by their domain, and those
/// without one are "general". Whether a skill has expired makes no difference, so a kin stays as long as the file does.
/// </summary>
public sealed class MatterKins
{
    private const string General = "general";

    private readonly FrozenDictionary<string, string> _kinOf;

    // One matter stands for its kin: a skill covers all of a kin or nothing of it.
    private readonly IReadOnlyList<KeyValuePair<string, MatterDefinition>> _examples;

    private MatterKins(FrozenDictionary<string, string> kinOf, IReadOnlyDictionary<string, MatterDefinition> examples)
    {
        _kinOf = kinOf;
        _examples = [.. examples];
    }

    /// <summary>The kin of a matter, in constant time; null when it is not remote.</summary>
    public string? this[MatterDefinition matter]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(matter);
            return _kinOf.GetValueOrDefault(matter.Matter);
        }
    }

    /// <summary>The kins that a clerk's skills cover on a day, in the order of the catalogue.</summary>
    public IReadOnlyList<string> Of(ClerkDefinition clerk, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        return [.. _examples.Where(kin => clerk.CanServe(kin.Value, day)).Select(kin => kin.Key)];
    }

    internal static MatterKins Of(
        IEnumerable<string> domains, IEnumerable<ClerkDefinition> clerks, IEnumerable<MatterDefinition> matters)
    {
        var named = clerks.SelectMany(clerk => clerk.Skills).OfType<Skill.OfMatter>().Select(skill => skill.Matter)
            .ToHashSet();
        var taken = domains.ToHashSet();
        var remote = matters.Where(matter => matter.Remote).ToArray();
        var kinOf = new Dictionary<string, string>();
        foreach (var matter in remote.Where(matter => named.Contains(matter.Matter)))
            kinOf[matter.Matter] = Free(matter.Matter, taken);
        var general = Free(General, taken);
        foreach (var matter in remote)
            kinOf.TryAdd(matter.Matter, matter.Domain ?? general);
        var examples = new OrderedDictionary<string, MatterDefinition>();
        foreach (var matter in remote)
            examples.TryAdd(kinOf[matter.Matter], matter);
        return new(kinOf.ToFrozenDictionary(), examples);
    }

    // A domain, a code and "general" may be the same word; their kins are different all the same.
    private static string Free(string kin, HashSet<string> taken)
    {
        while (!taken.Add(kin))
            kin += "+";
        return kin;
    }
}
