using System.Text;
using System.Text.Json;

namespace Yihao.Grains.Network.Reading;

/// <summary>Reads a text into a <see cref="JsonTree"/>; comments and trailing commas are allowed.</summary>
internal ref struct JsonTreeReader
{
    private const int MaxDepth = 16;

    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = MaxDepth,
    };

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly Mistakes _mistakes;
    private Utf8JsonReader _reader;
    private int _line = 1;
    private int _counted;

    private JsonTreeReader(ReadOnlySpan<byte> bytes, Mistakes mistakes)
    {
        _bytes = bytes;
        _mistakes = mistakes;
        _reader = new Utf8JsonReader(bytes, Options);
    }

    /// <summary>Null when the text is not JSON; the mistake is then noted.</summary>
    internal static JsonTree? Read(string text, Mistakes mistakes)
    {
        var reader = new JsonTreeReader(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), mistakes);
        try
        {
            reader._reader.Read();
            var tree = reader.Value();
            // What follows the value must be comments at most; the reader throws for anything else.
            reader._reader.Read();
            return tree;
        }
        catch (JsonException broken)
        {
            mistakes.Add((int)(broken.LineNumber ?? 0) + 1, $"this is not JSON: {Reason(broken)}");
            return null;
        }
    }

    private JsonTree Value()
    {
        var line = Line();
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => Fields(line),
            JsonTokenType.StartArray => Items(line),
            JsonTokenType.String => new JsonTree.Text(line, Text(line)),
            JsonTokenType.Number => new JsonTree.Number(line, _reader.TryGetInt64(out var whole) ? whole : null),
            JsonTokenType.True or JsonTokenType.False => new JsonTree.Flag(line, _reader.GetBoolean()),
            _ => new JsonTree.Nothing(line),
        };
    }

    private JsonTree.Fields Fields(int line)
    {
        var fields = new List<JsonTree.Field>();
        var names = new HashSet<string>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var fieldLine = Line();
            var name = Text(fieldLine);
            if (!names.Add(name))
                _mistakes.Add(fieldLine, $"the field '{name}' is there twice; once is allowed");
            _reader.Read();
            fields.Add(new(name, fieldLine, Value()));
        }
        return new(line, fields);
    }

    private JsonTree.Items Items(int line)
    {
        var items = new List<JsonTree>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value());
        return new(line, items);
    }

    private string Text(int line)
    {
        try
        {
            return _reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // GetString refuses half of a surrogate pair, the only text that JSON can hold and UTF-8 cannot.
            _mistakes.Add(line,
                "this text holds half of a surrogate pair (\\ud800 to \\udfff); whole characters are allowed");
            return "?";
        }
    }

    private int Line()
    {
        var until = (int)_reader.TokenStartIndex;
        _line += _bytes[_counted..until].Count((byte)'\n');
        _counted = until;
        return _line;
    }

    // The message of the exception ends with a path and positions counted from 0, which would only confuse.
    private static string Reason(JsonException broken)
    {
        var end = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? broken.Message : broken.Message[..end];
    }
}
