namespace Yihao.Grains.Network.Reading;

/// <summary>Reads the clerks. Skills are the word "everything", an object, or a list of both.</summary>
internal static class ClerkReader
{
    private const string Everything = "everything";

    private const string AllowedSkills =
        "\"everything\", an object with 'everything', 'domains' or 'matters' and perhaps 'until', "
        + "or a list of these is allowed";

    internal static void ReadAll(FieldReader file, NetworkReading reading)
    {
        foreach (var fields in file.Each("clerks", "a clerk", needed: true))
        {
            var id = fields.Id("clerk", Shape.Clerk);
            var what = id is null ? fields.What : $"clerk '{id}'";
            var name = fields.Text("name", needed: true) ?? "";
            var hall = fields.Text("hall", needed: true);
            if (hall is not null)
                reading.IsKnown(hall, fields.LineOf("hall"), reading.HallIds.Contains, "hall", what);
            var skills = Skills(fields, reading, what);
            fields.Done();
            if (id is not null)
                reading.IsNew(reading.Clerks.TryAdd(id, new(id, name, hall ?? "", skills)), "clerk", id, fields.Line);
        }
    }

    private static IReadOnlyList<Skill> Skills(FieldReader fields, NetworkReading reading, string what)
    {
        var value = fields.Any("skills");
        if (value is null)
        {
            fields.Mistakes.Add(fields.Line, $"{what} needs the field 'skills': {AllowedSkills}");
            return [];
        }
        var items = value is JsonTree.Items list ? list.All : [value];
        if (items.Count == 0)
            fields.Mistakes.Add(value.Line, $"{what} has no skill; {AllowedSkills}");
        return [.. items.SelectMany(item => Read(item, fields.Mistakes, reading, what))];
    }

    private static List<Skill> Read(JsonTree item, Mistakes mistakes, NetworkReading reading, string what)
    {
        if (item is JsonTree.Text { Value: Everything })
            return [new Skill.Everything(null)];
        if (item is JsonTree.Fields node)
            return Depths(new(node, $"a skill of {what}", mistakes), reading);
        mistakes.Add(item.Line, $"a skill of {what} is {item.Describe()}; {AllowedSkills}");
        return [];
    }

    private static List<Skill> Depths(FieldReader fields, NetworkReading reading)
    {
        var everything = fields.Flag(Everything);
        var domains = fields.Texts("domains");
        var matters = fields.Texts("matters");
        var until = fields.Day("until");
        fields.Done();
        if (!everything && !fields.Has("domains") && !fields.Has("matters"))
            fields.Mistakes.Add(fields.Line, $"{fields.What} covers nothing; {AllowedSkills}");
        var skills = new List<Skill>();
        if (everything)
            skills.Add(new Skill.Everything(until));
        skills.AddRange(reading.Known(domains, reading.Domains.Contains, "domain", fields.What)
            .Select(domain => new Skill.OfDomain(domain, until)));
        skills.AddRange(reading.Known(matters, reading.Matters.ContainsKey, "matter", fields.What)
            .Select(matter => new Skill.OfMatter(matter, until)));
        return skills;
    }
}
