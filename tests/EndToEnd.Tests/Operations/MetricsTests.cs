using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yihao.EndToEnd.Tests.Stage;

namespace Yihao.EndToEnd.Tests.Operations;

/// <summary>What the running program tells at /metrics, and what the dashboard asks for.</summary>
public sealed partial class MetricsTests(HallServer server) : IClassFixture<HallServer>
{
    [Fact]
    public async Task The_numbers_move_after_a_take_and_a_call()
    {
        var before = await Read();
        double Change(Dictionary<string, double> now, string name) => now[name] - before.GetValueOrDefault(name);
        await TakeAndCall("450521101", () => Limits.Until("one more waits", async () =>
            Change(await Read(), "yihao_tickets_waiting") is 1));

        // An answer of /metrics is kept for 300 ms.
        var after = before;
        await Limits.Until("the call is counted", async () =>
            Change(after = await Read(), "yihao_tickets_called_total") is 1);
        Assert.Equal(1, Change(after, "yihao_tickets_taken_total"));
        Assert.Equal(1, Change(after, "yihao_tickets_wait_seconds_count"));
        Assert.Equal(0, Change(after, "yihao_tickets_waiting"));
        Assert.Equal(1, Change(after, "yihao_windows_open"));
        Assert.True(Change(after, "yihao_commit_duration_seconds_count") >= 3);
        Assert.True(Change(after, "yihao_commit_entries_sum") >= 3);
        Assert.True(after["yihao_halls_held"] >= 1);
        Assert.Equal(0, after["yihao_halls_fenced_total"]);
        Assert.Equal(0, after["yihao_door_unknown_total"]);
    }

    [Fact]
    public async Task Every_metric_that_the_dashboard_asks_for_is_there()
    {
        await TakeAndCall("450521100");
        var asked = Asked().SelectMany(q => Metric().Matches(q).Select(m => m.Value)).Distinct().ToList();
        Assert.True(asked.Count > 25, $"only {asked.Count} metrics are asked for");
        List<string> missing = asked;
        Func<Task<bool>> allThere = async () => (missing = [.. asked.Except((await Read()).Keys)]) is [];
        // The first answer may be one that is kept from before the call.
        if (!await allThere())
            await Limits.Until($"a metric by the name of {string.Join(", ", missing)}", allThere);
    }

    private async Task TakeAndCall(string id, Func<Task>? between = null)
    {
        var hall = new Hall(server, id);
        var view = await server.Http.GetFromJsonAsync<JsonElement>($"/api/halls/{id}");
        var window = view.GetProperty("windows")[0].GetProperty("window").GetString()!;
        await hall.Open(window);
        await hall.Take();
        if (between is not null)
            await between();
        Assert.NotNull(await hall.CallNext(window));
    }

    /// <summary>All questions of the dashboard, its variables included.</summary>
    private static List<string> Asked()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "deploy/grafana/yihao.json"));
        using var dashboard = JsonDocument.Parse(file);
        List<string> asked = [];
        Collect(dashboard.RootElement, asked);
        return asked;
    }

    private static void Collect(JsonElement element, List<string> asked)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, asked);
        }

        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject())
        {
            if (member is { Name: "expr" or "query", Value.ValueKind: JsonValueKind.String })
                asked.Add(member.Value.GetString()!);
            else
                Collect(member.Value, asked);
        }
    }

    /// <summary>The values by name, added up over all series of the name.</summary>
    private async Task<Dictionary<string, double>> Read()
    {
        var text = await server.Http.GetStringAsync("/metrics");
        return text.Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .GroupBy(line => line.Split('{', ' ')[0])
            .ToDictionary(g => g.Key, g => g.Sum(ValueOf));
    }

    private static double ValueOf(string line)
    {
        var value = line[(line.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
        return double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    [GeneratedRegex(@"\b(yihao|dotnet|http_server|kestrel|orleans|npgsql)_[a-z0-9_]+")]
    private static partial Regex Metric();
}
