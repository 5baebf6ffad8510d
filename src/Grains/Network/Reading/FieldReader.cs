using System.Globalization;

namespace Yihao.Grains.Network.Reading;

/// <summary>
/// Reads the fields of one object and notes every mistake with its line. What is wrong or absent comes back as
/// null, so that
/// reading goes on; <see cref="Done"/> notes the fields that nobody asked for.
/// </summary>
internal sealed class FieldReader(JsonTree.Fields node, string what, Mistakes mistakes)
{
    private const int LongestText = 200;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly HashSet<string> _known = [];

    internal int Line => node.Line;

    internal string What => what;

    internal Mistakes Mistakes => mistakes;

    /// <summary>The same with other fields in place of these.</summary>
    internal FieldReader With(Func<JsonTree.Fields, JsonTree.Fields> change) => new(change(node), what, mistakes);

    /// <summary>The line of a field; of the object when the field is absent.</summary>
    internal int LineOf(string name) => node.Find(name)?.Line ?? node.Line;

    /// <summary>Whether the field is there, even as null.</summary>
    internal bool Has(string name)
    {
        _known.Add(name);
        return node.Find(name) is not null;
    }

    internal bool IsNull(string name) => Any(name) is JsonTree.Nothing;

    /// <summary>A field of any kind; null when it is absent.</summary>
    internal JsonTree? Any(string name) => Has(name) ? node.Find(name)!.Value : null;

    /// <summary>A text without control characters, 1 to 200 characters.</summary>
    internal string? Text(string name, bool needed = false) =>
        Find<JsonTree.Text>(name, "a text", needed) is { } text && IsPlain(text, name) ? text.Value : null;

    /// <summary>An id, needed. A misshapen one is noted and still comes back, so that what refers to it is not
    /// noted too.</summary>
    internal string? Id(string name, Shape shape)
    {
        if (Text(name, needed: true) is not { } id)
            return null;
        if (!shape.Pattern.IsMatch(id))
            mistakes.Add(LineOf(name), $"'{id}' is not {shape.Allowed}");
        return id;
    }

    internal int? Number(string name, int least, int most, bool needed = false)
    {
        if (Find<JsonTree.Number>(name, "a number", needed) is not { } number)
            return null;
        if (number.Whole is { } whole && whole >= least && whole <= most)
            return (int)whole;
        mistakes.Add(number.Line,
            $"'{name}' of {what} is out of range; whole numbers from {least} to {most} are allowed");
        return null;
    }

    internal bool Flag(string name) => Find<JsonTree.Flag>(name, "true or false", needed: false)?.Value ?? false;

    internal TChoice? Choice<TChoice>(string name, bool needed = false)
        where TChoice : struct, Enum =>
        Find<JsonTree.Text>(name, "a text", needed) is { } text
            ? Choices.Of<TChoice>(text, name, what, mistakes)
            : null;

    internal TimeOnly? Clock(string name, bool needed = false)
    {
        if (Find<JsonTree.Text>(name, "a text", needed) is not { } text)
            return null;
        if (TimeOnly.TryParseExact(text.Value, "HH:mm", Invariant, DateTimeStyles.None, out var clock))
            return clock;
        mistakes.Add(text.Line, $"'{text.Value}' is not a time of day; \"00:00\" to \"23:59\" is allowed");
        return null;
    }

    internal DateOnly? Day(string name)
    {
        if (Find<JsonTree.Text>(name, "a text", needed: false) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var day))
            return day;
        mistakes.Add(text.Line, $"'{text.Value}' is not a day; a day like \"2027-01-31\" is allowed");
        return null;
    }

    /// <summary>A list of different texts with their lines; empty when absent.</summary>
    internal IReadOnlyList<JsonTree.Text> Texts(string name, bool needed = false)
    {
        var texts = new List<JsonTree.Text>();
        foreach (var item in Find<JsonTree.Items>(name, "a list of texts", needed)?.All ?? [])
        {
            if (item is not JsonTree.Text text)
                mistakes.Add(item.Line, $"'{name}' of {what} holds {item.Describe()}; texts are allowed");
            else if (texts.Any(other => other.Value == text.Value))
                mistakes.Add(item.Line, $"'{text.Value}' is twice in '{name}' of {what}; once is allowed");
            else if (IsPlain(text, name))
                texts.Add(text);
        }
        return texts;
    }

    /// <summary>A list of objects; empty when absent.</summary>
    internal IEnumerable<FieldReader> Each(string name, string each, bool needed = false)
    {
        foreach (var item in Find<JsonTree.Items>(name, "a list of objects", needed)?.All ?? [])
        {
            if (item is JsonTree.Fields fields)
                yield return new(fields, each, mistakes);
            else
                mistakes.Add(item.Line, $"'{name}' of {what} holds {item.Describe()}; objects are allowed");
        }
    }

    internal JsonTree.Fields? Object(string name) => Find<JsonTree.Fields>(name, "an object", needed: false);

    internal FieldReader? Reader(string name, string whatIsIt) =>
        Object(name) is { } fields ? new(fields, whatIsIt, mistakes) : null;

    /// <summary>Notes the unknown fields; to be called after all known ones were asked for.</summary>
    internal void Done()
    {
        foreach (var field in node.All.Where(field => !_known.Contains(field.Name)))
            mistakes.Add(field.Line, $"{what} has no field '{field.Name}'; allowed are {string.Join(", ", _known)}");
    }

    private TNode? Find<TNode>(string name, string kind, bool needed)
        where TNode : JsonTree
    {
        _known.Add(name);
        var value = node.Find(name)?.Value;
        if (value is null && needed)
            mistakes.Add(node.Line, $"{what} needs the field '{name}': {kind}");
        if (value is not null and not TNode)
            mistakes.Add(value.Line, $"'{name}' of {what} is {value.Describe()}; {kind} is allowed");
        return value as TNode;
    }

    private bool IsPlain(JsonTree.Text text, string name)
    {
        if (text.Value.Any(char.IsControl))
            mistakes.Add(text.Line, $"'{name}' of {what} holds a control character; printable text is allowed");
        else if (string.IsNullOrWhiteSpace(text.Value) || text.Value.Length > LongestText)
            mistakes.Add(text.Line, $"'{name}' of {what} has {text.Value.Trim().Length} characters; "
                + $"1 to {LongestText} are allowed");
        else
            return true;
        return false;
    }
}
