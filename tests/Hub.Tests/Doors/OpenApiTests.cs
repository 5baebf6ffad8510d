using System.Text.Json;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Doors;

public sealed class OpenApiTests(SharedServer shared)
{
    private static readonly string[] WindowCalls =
    [
        "open", "call-next", "call", "recall", "start", "finish", "no-show", "hold", "release", "transfer", "pause",
        "resume", "close", "accept", "decline", "rest",
    ];

    private static readonly string[] Expected =
    [
        "get /api/halls", "get /api/halls/{hall}", "get /api/halls/{hall}/matters", "post /api/halls/{hall}/tickets",
        "get /api/tickets/{ticketOrLink}", "get /api/tickets/{link}/qr.svg", "post /api/tickets/{link}/cancel",
        "post /api/halls/{hall}/tickets/{ticket}/return",
        "post /api/halls/{hall}/tickets/{ticket}/take-away", "post /api/halls/{hall}/standby",
        "get /api/halls/{hall}/advice", "get /api/halls/{hall}/waiting", "get /api/halls/{hall}/held",
        "get /api/halls/{hall}/board", "get /api/halls/{hall}/ledger", "get /api/build", "get /healthz/live",
        "get /healthz/ready", "get /audio/call/{number}-{window}.wav",
        .. WindowCalls.Select(c => $"post /api/halls/{{hall}}/windows/{{window}}/{c}"),
    ];

    [Fact]
    public async Task The_document_lists_every_call_and_nothing_else()
    {
        var operations = await Operations();
        Assert.Equal(Expected.Order(), operations.Select(o => o.Name).Order());
    }

    [Fact]
    public async Task Every_operation_has_a_summary_a_name_and_described_answers()
    {
        var operations = await Operations();
        var ids = operations.Select(o => o.Operation.GetProperty("operationId").GetString());
        Assert.Equal(operations.Count, ids.Distinct().Count());
        foreach (var (name, operation) in operations)
        {
            Assert.False(string.IsNullOrEmpty(operation.GetProperty("summary").GetString()), name);
            foreach (var answer in operation.GetProperty("responses").EnumerateObject())
                Assert.True(answer.Name is "200" && name.Contains("audio", StringComparison.Ordinal)
                    || answer.Value.TryGetProperty("content", out _), $"{name} {answer.Name}");
            if (name.StartsWith("post", StringComparison.Ordinal))
            {
                var body = operation.GetProperty("requestBody").GetProperty("content");
                Assert.True(body.TryGetProperty("application/json", out _));
                Assert.True(operation.GetProperty("responses").TryGetProperty("400", out _));
            }
        }
    }

    [Fact]
    public async Task Every_reference_in_the_document_leads_somewhere()
    {
        var document = await Document();
        var schemas = document.GetProperty("components").GetProperty("schemas");
        foreach (var reference in References(document))
            Assert.True(schemas.TryGetProperty(reference["#/components/schemas/".Length..], out _), reference);
        Assert.True(schemas.GetProperty("Problem").GetProperty("properties").TryGetProperty("code", out _));
        Assert.True(schemas.GetProperty("TakeNumberBody").GetProperty("properties").TryGetProperty("requestId", out _));
    }

    [Fact]
    public async Task The_readable_page_needs_no_other_server()
    {
        var page = await shared.Http.GetStringAsync("/docs/");
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        using var script = await shared.Http.GetAsync("/docs/scalar.js");
        Assert.True(script.IsSuccessStatusCode);
    }

    private async Task<JsonElement> Document() => (await shared.Http.Get("/openapi/v1.json")).Accepted().Body;

    private async Task<List<(string Name, JsonElement Operation)>> Operations() =>
    [
        .. (await Document()).GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(o => ($"{o.Name} {p.Name}", o.Value))),
    ];

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p =>
            p.Name == "$ref" ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
