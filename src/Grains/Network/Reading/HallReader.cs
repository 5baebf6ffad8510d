namespace Yihao.Grains.Network.Reading;

/// <summary>Reads the halls, each completed by its layout.</summary>
internal static class HallReader
{
    private const string UsualZone = "Asia/Shanghai";

    private static readonly TimeOnly UsualDayBoundary = new(4, 0);

    internal static IReadOnlyList<HallDefinition> ReadAll(FieldReader file, Layouts layouts, NetworkReading reading)
    {
        foreach (var layout in layouts.All)
            ReadUnused(layout.Key, layout.Value, reading);
        var halls = new List<HallDefinition>();
        foreach (var fields in file.Each("halls", "a hall", needed: true))
        {
            if (Read(fields.With(node => layouts.Complete(node, reading.Mistakes)), reading) is not { } hall)
                continue;
            if (reading.IsNew(reading.HallLines.TryAdd(hall.Hall, fields.Line), "hall", hall.Hall, fields.Line))
                halls.Add(hall);
        }
        return halls;
    }

    /// <summary>The hall ids of a file, gathered before anything is read.</summary>
    internal static void GatherIds(JsonTree.Fields file, NetworkReading reading)
    {
        var halls = file.Find("halls")?.Value is JsonTree.Items items ? items.All : [];
        foreach (var hall in halls.OfType<JsonTree.Fields>())
        {
            if (hall.Find("hall")?.Value is JsonTree.Text id)
                reading.HallIds.Add(id.Value);
        }
    }

    // A layout that no hall names would otherwise hide its mistakes until one does.
    private static void ReadUnused(string name, JsonTree.Fields layout, NetworkReading reading)
    {
        var fields = new FieldReader(layout, $"the layout '{name}'", reading.Mistakes);
        Shared(fields, "", reading);
        fields.Done();
    }

    private static HallDefinition? Read(FieldReader fields, NetworkReading reading)
    {
        var id = fields.Id("hall", Shape.Hall);
        var name = fields.Text("name", needed: true) ?? "";
        var nameEn = fields.Text("nameEn");
        fields.Text("layout");
        var level = LevelOf(fields, id);
        var parent = TierReader.Parent(fields, id, reading);
        var bHall = TierReader.BHall(fields, id, parent, reading);
        var hall = Shared(fields, id ?? "", reading) with
        {
            Name = name,
            NameEn = nameEn,
            Level = level,
            Parent = parent,
            BHall = bHall,
        };
        fields.Done();
        return id is null ? null : hall;
    }

    /// <summary>The fields that a layout may hold as well.</summary>
    private static HallDefinition Shared(FieldReader fields, string id, NetworkReading reading)
    {
        var areas = AreaReader.Read(fields);
        return new HallDefinition
        {
            Hall = id,
            Name = "",
            Level = Level.County,
            Zone = Zone(fields),
            DayBoundary = fields.Clock("dayBoundary") ?? UsualDayBoundary,
            Areas = areas,
            Prefixes = PrefixReader.Read(fields, reading),
            Windows = Windows(fields, id, areas, reading),
            Booths = fields.Number("booths", 0, 50) ?? 0,
            Settings = SettingsReader.Read(fields),
            Hours = HoursReader.Read(fields),
        };
    }

    private static Level LevelOf(FieldReader fields, string? id)
    {
        var stated = fields.Choice<Level>("level");
        var digits = id?.Count(char.IsAsciiDigit) ?? 0;
        Level? byId = digits switch { 6 => Level.County, 9 => Level.Township, 12 => Level.Village, _ => null };
        if (stated is not null && byId is not null && stated != byId)
            fields.Mistakes.Add(fields.LineOf("level"),
                $"hall '{id}' is stated as {Choices.Word(stated.Value)}, but its {digits} digits say "
                + $"{Choices.Word(byId.Value)}; "
                + "6 digits are allowed for a county, 9 for a township, 12 for a village");
        return byId ?? Level.County;
    }

    private static string Zone(FieldReader fields)
    {
        var zone = fields.Text("zone") ?? UsualZone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            fields.Mistakes.Add(fields.LineOf("zone"),
                $"'{zone}' is not a time zone that this machine knows; IANA names like \"Asia/Shanghai\" are allowed");
        return zone;
    }

    private static List<WindowDefinition> Windows(
        FieldReader fields, string id, IReadOnlyList<AreaDefinition> areas, NetworkReading reading)
    {
        var posts = fields.Object("posts");
        var windows = new List<WindowDefinition>();
        foreach (var item in fields.Each("windows", "a window"))
        {
            if (WindowReader.Read(item, areas, posts, reading) is not { } window)
                continue;
            if (windows.Any(other => other.Window == window.Window))
            {
                reading.IsNew(false, "window", window.Window, item.Line);
                continue;
            }
            reading.WindowLines[(id, window.Window)] = item.Line;
            reading.PostLines[(id, window.Window)] = posts?.Find(window.Window)?.Line
                ?? (item.Has("posts") ? item.LineOf("posts") : fields.Line);
            windows.Add(window);
        }
        CheckPosts(fields, posts, windows);
        return windows;
    }

    private static void CheckPosts(FieldReader fields, JsonTree.Fields? posts, List<WindowDefinition> windows)
    {
        foreach (var field in posts?.All ?? [])
        {
            if (windows.All(window => window.Window != field.Name))
                fields.Mistakes.Add(field.Line, $"'posts' names the unknown window '{field.Name}'; "
                    + "windows of the hall or its layout are allowed");
            else if (field.Value is not JsonTree.Fields)
                fields.Mistakes.Add(field.Line, $"the posts of window '{field.Name}' are {field.Value.Describe()}; "
                    + "an object with 'a' and 'b' is allowed");
        }
    }
}
