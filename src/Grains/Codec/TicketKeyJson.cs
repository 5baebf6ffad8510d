using System.Text.Json;
using System.Text.Json.Serialization;
using Yihao.Rules;

namespace Yihao.Grains.Codec;

/// <summary>A ticket's key as <c>20261123-A012</c>: the public id without the hall, with it for a guest.</summary>
internal sealed class TicketKeyJson : JsonConverter<TicketKey>
{
    public override TicketKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(reader.GetString()!) ?? throw new JsonException($"not a ticket: {reader.GetString()}");

    public override void Write(Utf8JsonWriter writer, TicketKey value, JsonSerializerOptions options)
    {
        if (value.Home is { } home)
        {
            writer.WriteStringValue(value.IdIn(home));
            return;
        }

        Span<char> text = stackalloc char[TicketKey.LongestWritten];
        writer.WriteStringValue(text[..value.WriteDayAndNumber(text)]);
    }

    private static TicketKey? Read(string text)
    {
        var isGuest = text.Count(letter => letter == '-') == 2;
        if (!TicketKey.TryParse(isGuest ? text : "-" + text, out var home, out var key))
            return null;
        return isGuest ? key with { Home = home } : key;
    }
}
