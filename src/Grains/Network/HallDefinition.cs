namespace Yihao.Grains.Network;

/// <summary>The level of a hall; it follows from the digits of the id: 6 county, 9 township, 12 village.</summary>
public enum Level
{
    County,
    Township,
    Village,
}

/// <summary>An area of a hall; screens, kiosks and voice belong to one.</summary>
/// <param name="Area">A letter, then letters, digits and hyphens; at most 32.</param>
/// <param name="Name">Shown to citizens.</param>
/// <param name="NameEn">Shown on English pages; null: the name is shown.</param>
public sealed record AreaDefinition(string Area, string Name, string? NameEn)
{
    /// <summary>The areas of a hall that states none.</summary>
    public static IReadOnlyList<AreaDefinition> Usual { get; } =
    [
        new("consultation", "综合咨询区", "Consultation"),
        new("acceptance", "受理区", "Acceptance"),
        new("backOffice", "后台审批区", "Back office"),
        new("delivery", "出件区", "Delivery"),
        new("waiting", "等候区", "Waiting area"),
        new("selfService", "自助服务区", "Self-service"),
    ];
}

/// <summary>A stretch of opening hours on some days of the week, in the hall's zone.</summary>
/// <param name="Days">At least one day.</param>
/// <param name="From">Opens; inclusive.</param>
/// <param name="To">Closes; exclusive, later than <paramref name="From"/>.</param>
public sealed record SessionDefinition(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To);

/// <summary>A hall with its windows and posts.</summary>
public sealed record HallDefinition
{
    /// <summary>The letter of numbers that belong to no domain with a letter of its own.</summary>
    public const char GeneralPrefix = 'A';

    /// <summary>The letters that do not sound alike when they are spoken.</summary>
    public const string PrefixLetters = "ABFHLMQRUWY";

    /// <summary>
    /// Administrative division code: 6, 9 or 12 digits; one lower-case letter after it for a second hall of the
    /// same division.
    /// </summary>
    public required string Hall { get; init; }

    /// <summary>Shown and spoken as the home of a number elsewhere: "廉州镇 A012".</summary>
    public required string Name { get; init; }

    /// <summary>Shown on English pages; null: the name is shown.</summary>
    public string? NameEn { get; init; }

    /// <summary>Follows from the id.</summary>
    public required Level Level { get; init; }

    /// <summary>The hall of the same or a higher level that this one belongs to; null: none. Default: the hall whose id
    /// is the prefix.</summary>
    public string? Parent { get; init; }

    /// <summary>The hall that helps out when this one cannot serve, or not in time: any other hall, also a sibling;
    /// null: none. Default: <see cref="Parent"/>.</summary>
    public string? BHall { get; init; }

    /// <summary>IANA time zone of the business day. Default: Asia/Shanghai.</summary>
    public required string Zone { get; init; }

    /// <summary>Hour at which the business day starts, in the hall's zone. Default: 04:00.</summary>
    public required TimeOnly DayBoundary { get; init; }

    /// <summary>Default: <see cref="AreaDefinition.Usual"/>.</summary>
    public required IReadOnlyList<AreaDefinition> Areas { get; init; }

    /// <summary>Domain to letter, "" for everything else. Default: "" to A; it always holds "".</summary>
    public required IReadOnlyDictionary<string, char> Prefixes { get; init; }

    /// <summary>At least one, in the order of the file.</summary>
    public required IReadOnlyList<WindowDefinition> Windows { get; init; }

    /// <summary>Places where a clerk of another hall serves by camera, 0 to 50. Default: 0.</summary>
    public int Booths { get; init; }

    /// <summary>What this hall does differently from the rules' defaults.</summary>
    public required SettingsDefinition Settings { get; init; }

    /// <summary>Opening hours; null: always open. Default: null.</summary>
    public IReadOnlyList<SessionDefinition>? Hours { get; init; }

    /// <summary>How many floors its windows are on; 1 or more.</summary>
    public int Floors => Windows.Select(window => window.Floor).Distinct().Count();

    /// <summary>The window of an id; null when the hall has none.</summary>
    public WindowDefinition? FindWindow(string window) =>
        Windows.FirstOrDefault(candidate => candidate.Window == window);

    /// <summary>The letter of a number for this matter; <see cref="GeneralPrefix"/> when no matter was named.</summary>
    public char PrefixOf(MatterDefinition? matter) =>
        matter?.Domain is { } domain && Prefixes.TryGetValue(domain, out var letter) ? letter : GeneralPrefix;
}
