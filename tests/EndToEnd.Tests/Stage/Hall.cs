using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yihao.EndToEnd.Tests.Checks;

namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>The people of one hall who use no page: they go through the outside contract.</summary>
public sealed class Hall(HttpClient http, string hall)
{
    private readonly string path = $"/api/halls/{hall}";

    public Hall(HallServer server, string hall)
        : this(server.Http, hall)
    {
    }

    public string Id => hall;

    /// <summary>Takes a number; the answer of the contract.</summary>
    public Task<JsonNode> Take(string? matter = null, string? reason = null) => Post($"{path}/tickets", new()
    {
        ["matter"] = matter,
        ["class"] = reason is null ? null : "priority",
        ["reason"] = reason,
    });

    /// <summary>Opens windows, each with the clerk of its A post.</summary>
    public async Task Open(params string[] windows)
    {
        foreach (var window in windows)
            await Act(window, "open", new() { ["clerk"] = await ClerkOf(window) });
    }

    public async Task<string> ClerkOf(string window)
    {
        var view = await Get<JsonNode>(path);
        var place = view["windows"]!.AsArray().Single(one => one!["window"]!.GetValue<string>() == window);
        return place!["posts"]!["a"]!.GetValue<string>();
    }

    /// <summary>The number called; null when nobody waits.</summary>
    public async Task<string?> CallNext(string window)
    {
        var answer = await Act(window, "call-next", new() { ["finishCurrent"] = true });
        return answer["ticket"] is null ? null : answer["number"]!.GetValue<string>();
    }

    public Task<JsonNode> Act(string window, string act, JsonObject? body = null) =>
        Post($"{path}/windows/{window}/{act}", body ?? []);

    public Task<JsonNode> Ticket(string ticketOrLink) => Get<JsonNode>($"/api/tickets/{ticketOrLink}");

    /// <summary>How many wait.</summary>
    public async Task<int> Waiting() => (await Get<JsonNode>(path))["waiting"]!.GetValue<int>();

    public Task<LedgerEntry[]> Ledger() => Get<LedgerEntry[]>($"{path}/ledger?after=0&take=1000");

    /// <summary>All calls of the hall, in the order of its ledger: what every screen must have heard.</summary>
    public async Task<IReadOnlyList<Call>> Calls() =>
        [.. (await Ledger()).Where(entry => entry.IsCall).Select(entry => entry.AsCall)];

    public async Task<IReadOnlyList<LedgerEntry>> Entries(string kind) =>
        [.. (await Ledger()).Where(entry => entry.Kind == kind)];

    /// <summary>One intention, one id: repeated until its outcome is known, whatever happens to the server.</summary>
    private async Task<JsonNode> Post(string url, JsonObject body)
    {
        body["requestId"] = Guid.NewGuid().ToString();
        JsonNode? given = null;
        await Limits.Until($"an answer to {url}", async () =>
        {
            try
            {
                using var answer = await http.PostAsJsonAsync(url, body);
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                    return false;
                var text = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.IsSuccessStatusCode, $"{url} {(int)answer.StatusCode} {text}");
                given = JsonNode.Parse(text);
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return given!;
    }

    private async Task<T> Get<T>(string url) =>
        (await http.GetFromJsonAsync<T>(url, JsonSerializerOptions.Web))!;
}

/// <summary>A row of the hall's ledger, as the contract shows it.</summary>
public sealed record LedgerEntry(long Seq, string Kind, string? Ticket, string? Number, string? Window)
{
    public bool IsCall => Kind is "called" or "recalled";

    public Call AsCall => new(Seq, Number!, Window!);
}
