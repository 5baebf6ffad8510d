namespace Yihao.Grains.Network.Reading;

/// <summary>
/// The layouts of a file: named sets of hall fields. A hall that names one gets its fields; what the hall states itself
/// replaces them, but windows (by id), and settings (by name) are laid over each other, so that one can be changed
/// alone.
/// </summary>
internal sealed class Layouts
{
    private readonly Dictionary<string, JsonTree.Fields> _layouts = [];

    internal static Layouts Read(FieldReader file, Mistakes mistakes)
    {
        var layouts = new Layouts();
        foreach (var field in file.Object("layouts")?.All ?? [])
        {
            if (field.Value is JsonTree.Fields layout)
                layouts._layouts[field.Name] = layout;
            else
                mistakes.Add(field.Line,
                    $"the layout '{field.Name}' is {field.Value.Describe()}; an object is allowed");
        }
        return layouts;
    }

    internal IEnumerable<KeyValuePair<string, JsonTree.Fields>> All => _layouts;

    /// <summary>The hall with the fields of its layout; the hall itself when it names none or an unknown one.</summary>
    internal JsonTree.Fields Complete(JsonTree.Fields hall, Mistakes mistakes)
    {
        if (hall.Find("layout") is not { Value: JsonTree.Text name })
            return hall;
        if (!_layouts.TryGetValue(name.Value, out var layout))
        {
            mistakes.Add(name.Line, $"the hall names the unknown layout '{name.Value}'; allowed are "
                + (_layouts.Count == 0 ? "none, the file has no layouts" : string.Join(", ", _layouts.Keys)));
            return hall;
        }
        return Lay(hall, layout, (field, under) => field.Name switch
        {
            "windows" => LayWindows(field.Value, under),
            "settings" => field.Value is JsonTree.Fields over && under is JsonTree.Fields below
                ? Lay(over, below, (setting, _) => setting.Value)
                : field.Value,
            _ => field.Value,
        });
    }

    private static JsonTree.Fields Lay(
        JsonTree.Fields over, JsonTree.Fields under, Func<JsonTree.Field, JsonTree, JsonTree> both)
    {
        var fields = over.All.Select(field => under.Find(field.Name) is { } below
            ? field with { Value = both(field, below.Value) }
            : field);
        return new(over.Line, [.. fields, .. under.All.Where(field => over.Find(field.Name) is null)]);
    }

    private static JsonTree LayWindows(JsonTree over, JsonTree under)
    {
        if (over is not JsonTree.Items own || under is not JsonTree.Items shared)
            return over;
        var windows = shared.All.Select(window => own.All.FirstOrDefault(other => IsSame(other, window)) is { } change
            ? Lay((JsonTree.Fields)change, (JsonTree.Fields)window, (field, _) => field.Value)
            : window);
        return new JsonTree.Items(own.Line,
            [.. windows, .. own.All.Where(window => !shared.All.Any(other => IsSame(window, other)))]);
    }

    private static bool IsSame(JsonTree one, JsonTree other) =>
        one is JsonTree.Fields first && first.Find("window")?.Value is JsonTree.Text firstId
        && other is JsonTree.Fields second && second.Find("window")?.Value is JsonTree.Text secondId
        && firstId.Value == secondId.Value;
}
