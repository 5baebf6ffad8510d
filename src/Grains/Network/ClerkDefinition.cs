namespace Yihao.Grains.Network;

/// <summary>What a clerk may serve, at one of three depths.</summary>
/// <param name="Until">The last day on which it holds, in the hall's zone; null: it does not expire.</param>
public abstract record Skill(DateOnly? Until)
{
    /// <summary>Every matter.</summary>
    public sealed record Everything(DateOnly? Until) : Skill(Until);

    /// <summary>Every matter of one domain.</summary>
    public sealed record OfDomain(string Domain, DateOnly? Until) : Skill(Until);

    /// <summary>One matter.</summary>
    public sealed record OfMatter(string Matter, DateOnly? Until) : Skill(Until);

    /// <summary>Whether it holds for this matter on this day.</summary>
    public bool Covers(MatterDefinition matter, DateOnly day) => !(Until < day) && CoversEver(matter);

    /// <summary>Whether it holds for this matter, expired or not.</summary>
    public bool CoversEver(MatterDefinition matter) => this switch
    {
        Everything => true,
        OfDomain skill => skill.Domain == matter.Domain,
        OfMatter skill => skill.Matter == matter.Matter,
        _ => throw new InvalidOperationException($"Unknown depth of skill: {this}"),
    };
}

/// <summary>A clerk.</summary>
/// <param name="Clerk">Lower-case letters, digits and hyphens, at most 32; what "open a window" takes.</param>
/// <param name="Name">Shown to staff only, never on screens.</param>
/// <param name="Hall">Where the clerk sits.</param>
/// <param name="Skills">At least one.</param>
public sealed record ClerkDefinition(string Clerk, string Name, string Hall, IReadOnlyList<Skill> Skills)
{
    /// <summary>Whether any skill holds for this matter on this day.</summary>
    public bool CanServe(MatterDefinition matter, DateOnly day) => Skills.Any(skill => skill.Covers(matter, day));
}
