using System.Text.Json;
using Yihao.Rules;

namespace Yihao.Grains.Codec;

/// <summary>A hall's image as bytes for a snapshot.</summary>
public static class ImageCodec
{
    public static byte[] Encode(HallImage image) => JsonSerializer.SerializeToUtf8Bytes(image, LedgerJson.Options);

    /// <summary>Null when the bytes do not fit this program: the ledger then makes the hall anew.</summary>
    public static HallImage? Decode(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<HallImage>(bytes, LedgerJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True when both plans say the same.</summary>
    public static bool Same(HallPlan one, HallPlan other) =>
        JsonSerializer.SerializeToUtf8Bytes(one, LedgerJson.Options)
            .AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, LedgerJson.Options));
}
