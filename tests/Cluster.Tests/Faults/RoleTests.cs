using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Yihao.Cluster.Tests.Faults.Nodes;
using Yihao.Cluster.Tests.Faults.Places;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Faults;

/// <summary>Nodes that only hold halls, one that only has doors, and how a node leaves.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    /// <summary>Enough for what a test asks of a node that drains, on a busy machine.</summary>
    private const string DrainSeconds = "8";


    private readonly string folder = Directory.CreateTempSubdirectory("yihao-roles-").FullName;
    private readonly HttpClient http = new() { Timeout = Patience.Limit };
    private readonly List<Node> nodes = [];
    private ThrowawayPostgres? postgres;

    public async ValueTask InitializeAsync()
    {
        postgres = await ThrowawayPostgres.Start();
        var network = Path.Combine(folder, "network.json");
        await Region.Write(network);
        foreach (var role in new[] { "silo", "silo", "hub" })
        {
            nodes.Add(new Node($"{role}-{nodes.Count}", folder,
            [
                "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString",
                postgres.ConnectionString("postgres"), "--Network:File", network, "--roles", role,
                "--Cluster:DrainSeconds", DrainSeconds,
            ]));
            nodes[^1].Program.Start();
        }

        foreach (var node in nodes)
            await Patience.Until(node.IsReady);
        http.BaseAddress = nodes[2].Address;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        foreach (var node in nodes)
            await node.DisposeAsync();
        await postgres!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_node_with_doors_only_goes_on_when_a_silo_is_killed_and_a_silo_has_no_doors()
    {
        using (var none = await http.GetAsync(new Uri(nodes[0].Address, "/api/halls")))
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        var halls = await Halls();
        foreach (var hall in halls)
            await Take(hall, "before");

        await nodes[0].Program.Kill();
        foreach (var hall in halls)
            await Take(hall, "after");

        foreach (var hall in halls)
        {
            var again = await Take(hall, "before");
            Assert.Equal(HttpStatusCode.OK, again.Status);
            Assert.Equal(2, (await Get($"/api/halls/{hall}")).GetProperty("waiting").GetInt32());
        }
    }

    [Fact]
    public async Task A_node_that_is_asked_to_stop_is_not_ready_but_answers_until_it_stops()
    {
        var hall = (await Halls())[0];
        var stopped = nodes[2].Program.Stop();
        await Patience.Until(async () => !await nodes[2].IsReady());
        using (var ready = await http.GetAsync("/healthz/ready"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            var missing = (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("missing");
            Assert.Equal("the node is stopping", missing.GetProperty("node").GetString());
        }

        Assert.Equal(HttpStatusCode.Created, (await Take(hall, "while it drains")).Status);
        using (var screen = await http.PostAsync("/hubs/display/negotiate?negotiateVersion=1", null))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, screen.StatusCode);
        await stopped;
        Assert.Equal(0, nodes[2].Program.ExitCode);
    }

    private async Task<IReadOnlyList<string>> Halls() =>
        [.. (await Get("/api/halls")).EnumerateArray().Select(h => h.GetProperty("hall").GetString()!)];

    private async Task<JsonElement> Get(string path)
    {
        using var answer = await http.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>By the retry rule.</summary>
    private async Task<(HttpStatusCode Status, string? Number)> Take(string hall, string id)
    {
        (HttpStatusCode Status, string? Number) taken = default;
        await Patience.Until(async () =>
        {
            using var answer = await http.PostAsJsonAsync($"/api/halls/{hall}/tickets", new { requestId = id });
            if (!answer.IsSuccessStatusCode)
                return false;
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            taken = (answer.StatusCode, body.GetProperty("number").GetString());
            return true;
        });
        return taken;
    }
}
