using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yihao.Grains.Codec;

/// <summary>A request as 48 hexadecimal digits: 128 bits of who and which, 64 bits of what.</summary>
internal sealed class RequestJson : JsonConverter<Request>
{
    private const int KeyBytes = 16;
    private const int KeyDigits = 2 * KeyBytes;
    private const int Bytes = KeyBytes + sizeof(ulong);

    public override Request Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString().AsSpan();
        var key = UInt128.Parse(text[..KeyDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var body = ulong.Parse(text[KeyDigits..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new Request(key, body);
    }

    public override void Write(Utf8JsonWriter writer, Request value, JsonSerializerOptions options)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value.Key);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[KeyBytes..], value.Body);
        Span<char> text = stackalloc char[2 * Bytes];
        Convert.TryToHexStringLower(bytes, text, out _);
        writer.WriteStringValue(text);
    }
}
