namespace Yihao.Grains.Network.Reading;

/// <summary>Reads the catalogue.</summary>
internal static class MatterReader
{
    private const int UsualMinutes = 10;

    private static readonly Level[] UsualLevels = [Level.County];

    internal static void ReadAll(FieldReader file, NetworkReading reading)
    {
        foreach (var fields in file.Each("matters", "a matter", needed: true))
        {
            if (Read(fields, reading) is not { } matter)
                continue;
            if (reading.IsNew(reading.Matters.TryAdd(matter.Matter, matter), "matter", matter.Matter, fields.Line))
                reading.MatterLines[matter.Matter] = fields.Line;
        }
    }

    private static MatterDefinition? Read(FieldReader fields, NetworkReading reading)
    {
        var code = fields.Id("matter", Shape.Matter);
        var what = code is null ? fields.What : $"matter '{code}'";
        var kind = fields.Has("kind") ? fields.Choice<MatterKind>("kind") : MatterKind.Instant;
        var matter = new MatterDefinition
        {
            Matter = code ?? "",
            Name = fields.Text("name", needed: true) ?? "",
            NameEn = fields.Text("nameEn"),
            Department = fields.Text("department", needed: true) ?? "",
            Domain = Domain(fields, reading, what),
            Kind = kind ?? MatterKind.Instant,
            PromisedDays = PromisedDays(fields, kind),
            Minutes = fields.Number("minutes", 1, 240) ?? UsualMinutes,
            Materials = [.. fields.Texts("materials").Select(text => text.Value)],
            Levels = Levels(fields),
            Halls = Halls(fields, reading, what),
            Remote = fields.Flag("remote"),
        };
        fields.Done();
        return code is null ? null : matter;
    }

    private static string? Domain(FieldReader fields, NetworkReading reading, string what) =>
        fields.Text("domain") is { } domain
            && reading.IsKnown(domain, fields.LineOf("domain"), reading.Domains.Contains, "domain", what)
            ? domain
            : null;

    // The kind is null when it was refused: nothing can then be said of the days.
    private static int? PromisedDays(FieldReader fields, MatterKind? kind)
    {
        var days = fields.Number("promisedDays", 1, 365);
        if (kind is MatterKind.Instant && fields.Has("promisedDays"))
        {
            fields.Mistakes.Add(fields.LineOf("promisedDays"),
                "an instant matter has no 'promisedDays'; promised, joint and upward ones have them");
            return null;
        }
        if (kind is not null and not MatterKind.Instant && !fields.Has("promisedDays"))
            fields.Mistakes.Add(fields.Line, "a matter that is not instant needs the field 'promisedDays': 1 to 365");
        return days;
    }

    private static Level[] Levels(FieldReader fields)
    {
        var levels = fields.Texts("levels")
            .Select(text => Choices.Of<Level>(text, "levels", fields.What, fields.Mistakes))
            .OfType<Level>()
            .ToArray();
        return levels.Length > 0 ? levels : UsualLevels;
    }

    private static IReadOnlyList<string>? Halls(FieldReader fields, NetworkReading reading, string what) =>
        fields.Has("halls")
            ? reading.Known(fields.Texts("halls"), reading.HallIds.Contains, "hall", what)
            : null;
}
