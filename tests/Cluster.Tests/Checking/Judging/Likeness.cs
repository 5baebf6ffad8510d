using System.Text.Json;

namespace Yihao.Cluster.Tests.Checking.Judging;

/// <summary>Compares what an answer should say with what it says; it may say more.</summary>
internal static class Likeness
{
    /// <summary>The link is signed with a secret of the ledger; how long somebody waits depends on the clock.</summary>
    private static readonly string[] NotKnown = ["link", "oldestWaitMinutes"];

    /// <summary>The first difference; null when there is none.</summary>
    public static string? Difference(object expected, JsonElement said) =>
        Difference(JsonSerializer.SerializeToElement(expected, JsonSerializerOptions.Web), said, "answer");

    private static string? Difference(JsonElement expected, JsonElement said, string where)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when said.ValueKind == JsonValueKind.Object:
                return expected.EnumerateObject()
                    .Where(p => !NotKnown.Contains(p.Name))
                    .Select(p => Difference(p.Value, Property(said, p.Name), $"{where}.{p.Name}"))
                    .FirstOrDefault(d => d is not null);
            case JsonValueKind.Array when said.ValueKind == JsonValueKind.Array:
                if (expected.GetArrayLength() != said.GetArrayLength())
                    return $"{where} has {said.GetArrayLength()} elements, not {expected.GetArrayLength()}";
                return expected.EnumerateArray().Zip(said.EnumerateArray())
                    .Select((pair, i) => Difference(pair.First, pair.Second, $"{where}[{i}]"))
                    .FirstOrDefault(d => d is not null);
            case JsonValueKind.Null when said.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            default:
                return IsSame(expected, said) ? null : $"{where} is {Shown(said)}, not {Shown(expected)}";
        }
    }

    private static bool IsSame(JsonElement expected, JsonElement said) =>
        expected.ValueKind == said.ValueKind && expected.ValueKind switch
        {
            JsonValueKind.String => expected.GetString() == said.GetString(),
            JsonValueKind.Number => expected.GetDouble() == said.GetDouble(),
            _ => true,
        };

    private static JsonElement Property(JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) ? value : default;

    private static string Shown(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "missing" : value.GetRawText();
}
