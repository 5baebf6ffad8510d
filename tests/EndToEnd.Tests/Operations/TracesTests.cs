using System.Net;
using System.Text;
using System.Text.Json;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.Tests.Shared;

namespace Yihao.EndToEnd.Tests.Operations;

/// <summary>A command is one trace from the door to the disk, sent to whoever collects traces.</summary>
public sealed class TracesTests : IAsyncLifetime
{
    private readonly TracedServer server = new($"http://127.0.0.1:{FreePort.Find()}");

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_taken_number_is_traced_through_door_hall_and_commit()
    {
        using var collector = new HttpListener { Prefixes = { server.Collector + "/" } };
        collector.Start();
        await new Hall(server, "450521").Take();

        HashSet<string> missing = ["yihao", "POST /api/halls/{hall}/tickets", "IHallGrain", "TakeNumber", "commit"];
        await Limits.Until($"traces with {string.Join(", ", missing)}", async () =>
        {
            var sent = await Receive(collector);
            missing.RemoveWhere(word => sent.Contains(word, StringComparison.Ordinal));
            return missing.Count == 0;
        });
    }

    [Fact]
    public async Task A_log_line_as_json_has_its_event_id_and_its_values()
    {
        JsonElement? started = null;
        await Limits.Until("a line that says the server is ready", () => Task.FromResult(
            (started = server.Log.Where(line => line.StartsWith('{')).Select(Parsed)
                .FirstOrDefault(line => line.GetProperty("EventId").GetInt32() == 2500)) is
            { ValueKind: JsonValueKind.Object }));

        Assert.Equal("Information", started!.Value.GetProperty("LogLevel").GetString());
        Assert.Equal(server.Url, started.Value.GetProperty("State").GetProperty("Url").GetString());
        Assert.EndsWith("Z", started.Value.GetProperty("Timestamp").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Parsed(string line) => JsonSerializer.Deserialize<JsonElement>(line);

    private static async Task<string> Receive(HttpListener collector)
    {
        var asked = await collector.GetContextAsync().WaitAsync(Limits.Patience);
        using var content = new MemoryStream();
        await asked.Request.InputStream.CopyToAsync(content);
        asked.Response.StatusCode = 200;
        asked.Response.Close();
        // Names stand in the messages as they are.
        return asked.Request.Url!.AbsolutePath == "/v1/traces" ? Encoding.UTF8.GetString(content.ToArray()) : "";
    }

    private sealed class TracedServer(string collector)
        : HallServer(["--Telemetry:Otlp", collector, "--Telemetry:TraceRatio", "1", "--Logging:Format", "json"])
    {
        public string Collector => collector;
    }
}
