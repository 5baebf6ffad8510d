namespace Yihao.Grains.Network.Reading;

/// <summary>Reads one window; its posts may stand in the window or, for windows of a layout, in the hall.</summary>
internal static class WindowReader
{
    /// <summary>Null when the window has no id; what is wrong is noted.</summary>
    internal static WindowDefinition? Read(
        FieldReader fields, IReadOnlyList<AreaDefinition> areas, JsonTree.Fields? hallPosts, NetworkReading reading)
    {
        var id = fields.Id("window", Shape.Window);
        var what = id is null ? fields.What : $"window '{id}'";
        // A wrong kind is noted; the window is then read as if it were general, which forbids the least.
        var kind = fields.Choice<WindowKind>("kind", needed: true) ?? WindowKind.General;
        var domains = reading.Known(fields.Texts("domains"), reading.Domains.Contains, "domain", what);
        CheckDomains(fields, kind, domains, what);
        var window = new WindowDefinition
        {
            Window = id ?? "",
            Kind = kind,
            Name = fields.Text("name") ?? UsualName(kind, domains),
            Floor = fields.Number("floor", 1, 20) ?? 1,
            Area = Area(fields, areas, kind, what),
            Domains = domains,
            Matters = reading.Known(fields.Texts("matters"), reading.Matters.ContainsKey, "matter", what),
            RemoteDesk = fields.Flag("remoteDesk"),
            Rota = RotaReader.Read(fields),
            Posts = Posts(fields, hallPosts, id, reading),
        };
        fields.Done();
        return id is null ? null : window;
    }

    private static void CheckDomains(FieldReader fields, WindowKind kind, IReadOnlyList<string> domains, string what)
    {
        if (kind == WindowKind.Domain && !fields.Has("domains"))
            fields.Mistakes.Add(fields.Line,
                $"{what} is a domain window and needs the field 'domains': a list of texts");
        if (kind is not (WindowKind.Domain or WindowKind.General) && domains.Count > 0)
            fields.Mistakes.Add(fields.LineOf("domains"),
                $"{what} has domains, but its kind is {Choices.Word(kind)}; domain and general windows are allowed to");
    }

    private static string Area(FieldReader fields, IReadOnlyList<AreaDefinition> areas, WindowKind kind, string what)
    {
        var area = fields.Text("area") ?? UsualArea(kind);
        if (areas.Any(known => known.Area == area))
            return area;
        var allowed = string.Join(", ", areas.Select(known => known.Area));
        fields.Mistakes.Add(fields.LineOf("area"), $"{what} is in the unknown area '{area}'; allowed are {allowed}");
        return area;
    }

    private static PostsDefinition Posts(
        FieldReader fields, JsonTree.Fields? hallPosts, string? id, NetworkReading reading)
    {
        var own = fields.Object("posts");
        var node = id is not null && hallPosts?.Find(id)?.Value is JsonTree.Fields given ? given : own;
        if (node is null)
            return PostsDefinition.Empty;
        var posts = new FieldReader(node, $"'posts' of window '{id}'", fields.Mistakes);
        var a = posts.Text("a");
        var b = posts.Texts("b");
        posts.Done();
        if (a is not null)
            reading.IsKnown(a, posts.LineOf("a"), reading.Clerks.ContainsKey, "clerk", posts.What);
        if (b.FirstOrDefault(clerk => clerk.Value == a) is { } twice)
            fields.Mistakes.Add(twice.Line,
                $"clerk '{a}' is both A and B post of window '{id}'; one of them is allowed");
        // An unknown A is kept, so that its window is not noted as having none as well.
        return new(a, reading.Known(b, reading.Clerks.ContainsKey, "clerk", posts.What));
    }

    private static string UsualArea(WindowKind kind) => kind switch
    {
        WindowKind.Consultation => "consultation",
        WindowKind.Delivery => "delivery",
        WindowKind.BackOffice => "backOffice",
        _ => "acceptance",
    };

    private static string UsualName(WindowKind kind, IReadOnlyList<string> domains) => kind switch
    {
        WindowKind.General => "综合窗口",
        WindowKind.Domain => string.Concat(domains) + "窗口",
        WindowKind.Professional => "专业窗口",
        WindowKind.Delivery => "统一出件",
        WindowKind.CrossRegion => "异地通办",
        WindowKind.Assist => "帮办代办",
        WindowKind.Consultation => "综合咨询",
        _ => "后台审批",
    };
}
