namespace Yihao.Grains.Network.Reading;

/// <summary>JSON that remembers its lines; the first line is 1.</summary>
internal abstract record JsonTree(int Line)
{
    internal sealed record Field(string Name, int Line, JsonTree Value);

    internal sealed record Fields(int Line, IReadOnlyList<Field> All) : JsonTree(Line)
    {
        internal Field? Find(string name) => All.FirstOrDefault(field => field.Name == name);
    }

    internal sealed record Items(int Line, IReadOnlyList<JsonTree> All) : JsonTree(Line);

    internal sealed record Text(int Line, string Value) : JsonTree(Line);

    /// <summary>A number; it is null when it is not whole or too big.</summary>
    internal sealed record Number(int Line, long? Whole) : JsonTree(Line);

    internal sealed record Flag(int Line, bool Value) : JsonTree(Line);

    internal sealed record Nothing(int Line) : JsonTree(Line);

    /// <summary>What it is, for a sentence.</summary>
    internal string Describe() => this switch
    {
        Fields => "an object",
        Items => "a list",
        Text => "a text",
        Number => "a number",
        Flag => "true or false",
        _ => "null",
    };
}
