using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Bodies;

/// <summary>
/// Reads the fields of a body, strictly: what is wrong first is kept as <see cref="Refusal"/>, and what is read after
/// it is of no use. A null counts as left out; fields that nobody asks for are left alone, they may be newer than this.
/// </summary>
internal sealed class BodyReader
{
    private const int LongestRequestId = 64;
    private const int LongestInstant = 40;
    private const int LongestName = 64;
    // Beyond them an instant may have no local time in the hall's zone.
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    private readonly JsonElement body;
    private readonly string prefix;
    private readonly BodyReader root;

    public BodyReader(JsonElement body) : this(body, string.Empty, null) { }

    private BodyReader(JsonElement body, string prefix, BodyReader? root)
    {
        this.body = body;
        this.prefix = prefix;
        this.root = root ?? this;
        if (body.ValueKind != JsonValueKind.Object)
            RefuseShape();
        else if (!HasCleanNames(body))
            Refuse(null, "A field's name is not text.");
    }

    /// <summary>What is wrong first; null while nothing is.</summary>
    public Problem? Refusal { get; private set; }

    public string RequestId() => Text("requestId", LongestRequestId);

    public string Text(string field, int longest)
    {
        if (OptionalText(field, longest) is { } text)
            return text;
        Refuse(field, $"'{prefix}{field}' is missing.");
        return string.Empty;
    }

    public string? OptionalText(string field, int longest)
    {
        if (Find(field) is not { } value)
            return null;
        if (!BodyText.TryRead(value, out var text))
            Refuse(field, $"'{prefix}{field}' must be text.");
        else if (BodyText.FaultOf(text, longest) is { } fault)
            Refuse(field, $"'{prefix}{field}' {fault}.");
        return text;
    }

    public string? Choice(string field, params ReadOnlySpan<string> allowed)
    {
        var text = OptionalText(field, 64);
        if (text is not null && !allowed.Contains(text))
            Refuse(field, $"'{prefix}{field}' must be one of {string.Join(", ", allowed)}.");
        return text;
    }

    /// <summary>A whole number within both bounds.</summary>
    public int Number(string field, int least, int most)
    {
        if (Find(field) is not { } value)
            Refuse(field, $"'{prefix}{field}' is missing.");
        else if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            && number >= least && number <= most)
            return number;
        else
            Refuse(field, $"'{prefix}{field}' must be a whole number, {least} to {most}.");
        return least;
    }

    /// <param name="usual">What it is when it is left out.</param>
    public bool Flag(string field, bool usual = false)
    {
        if (Find(field) is not { } value)
            return usual;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Refuse(field, $"'{prefix}{field}' must be true or false.");
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>ISO 8601 with an offset or Z.</summary>
    public DateTimeOffset? Instant(string field)
    {
        if (OptionalText(field, LongestInstant) is not { Length: > 0 } text)
            return null;
        if (HasOffset(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && at.Year is >= FirstYear and <= LastYear)
            return at;
        Refuse(field, $"'{prefix}{field}' must be an ISO 8601 instant with an offset, like 2026-11-23T10:00:00+08:00.");
        return null;
    }

    /// <summary>An object inside; null when it is left out.</summary>
    public BodyReader? Inside(string field) =>
        Find(field) is { } value ? new BodyReader(value, $"{prefix}{field}.", root) : null;

    public void Refuse(string? field, string sentence) =>
        root.Refusal ??= Problems.Invalid(field is null ? null : prefix + field, sentence);

    private void RefuseShape()
    {
        var outside = prefix.TrimEnd('.');
        root.Refusal ??= outside.Length == 0
            ? Problems.Invalid(null, "The body must be a JSON object.")
            : Problems.Invalid(outside, $"'{outside}' must be an object.");
    }

    private JsonElement? Find(string field) =>
        root.Refusal is null && body.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    // Also a test against half characters in names, which the reader of JSON finds only when it unescapes them.
    private static bool HasCleanNames(JsonElement body)
    {
        try
        {
            foreach (var field in body.EnumerateObject())
            {
                if (!IsPlain(JsonMarshal.GetRawUtf8PropertyName(field)) && field.Name.Length > LongestName)
                    return false;
            }
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // Nearly every name is: no text need be made of it.
    private static bool IsPlain(ReadOnlySpan<byte> name) =>
        name.Length <= LongestName && Ascii.IsValid(name) && !name.Contains((byte)'\\');

    private static bool HasOffset(string text) =>
        text.Length > 16 && text[4] == '-' && text[10] == 'T' && (text[^1] == 'Z' || text[^6] is '+' or '-');
}
