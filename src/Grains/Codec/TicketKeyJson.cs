using System.Text.Json;
using System.Text.Json.Serialization;
using Yihao.Rules;

namespace Yihao.Grains.Codec;

/// <summary>A ticket's key as <c>20261123-A012</c>: the public id without the hall.</summary>
internal sealed class TicketKeyJson : JsonConverter<TicketKey>
{
    public override TicketKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TicketKey.TryParse("-" + reader.GetString(), out _, out var key)
            ? key
            : throw new JsonException($"not a ticket: {reader.GetString()}");

    public override void Write(Utf8JsonWriter writer, TicketKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.IdIn(string.Empty).AsSpan(1));
}
