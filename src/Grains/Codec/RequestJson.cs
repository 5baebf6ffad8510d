using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yihao.Grains.Codec;

/// <summary>A request as 48 hexadecimal digits: 128 bits of who and which, 64 bits of what.</summary>
internal sealed class RequestJson : JsonConverter<Request>
{
    private const int KeyDigits = 32;

    public override Request Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString().AsSpan();
        var key = UInt128.Parse(text[..KeyDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var body = ulong.Parse(text[KeyDigits..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new Request(key, body);
    }

    public override void Write(Utf8JsonWriter writer, Request value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Key:x32}{value.Body:x16}"));
}
