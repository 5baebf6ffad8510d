using System.Text.Json;

namespace Yihao.Cluster.Tests.Faults.Load;

/// <summary>The final answer to a worker; status 0 when none came.</summary>
internal sealed record Answered(int Status, JsonElement Body)
{
    public static readonly Answered Never = new(0, default);

    public bool IsAccepted => Status is 200 or 201;

    public string? Code => Text("code");

    public string? Text(string field) =>
        Field(field) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public JsonElement? Field(string field) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(field, out var value) ? value : null;
}
