using System.Net.Http.Json;
using System.Text.Json;
using Yihao.Cluster.Tests.Faults.Nodes;
using Yihao.Cluster.Tests.Faults.Places;

namespace Yihao.Cluster.Tests.Faults;

/// <summary>Requests that lie in the sockets of a node that stands still, and are read when it wakes.</summary>
public sealed class LateRequestTests : IAsyncLifetime
{
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(3);

    private readonly string folder = Directory.CreateTempSubdirectory("yihao-late-").FullName;
    private readonly HttpClient http = new() { Timeout = Patience.Limit };
    private Node? node;

    public async ValueTask InitializeAsync()
    {
        var network = System.IO.Path.Combine(folder, "network.json");
        await Region.Write(network);
        node = new Node("node", folder, ["--Storage:Path", folder, "--Network:File", network]);
        http.BaseAddress = node.Address;
        node.Program.Start();
        await Patience.Until(node.IsReady);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await node!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_command_that_was_given_up_is_not_done_when_a_frozen_node_wakes()
    {
        await Post("windows/1/open", new { requestId = "o", clerk = "c1" });
        var ticket = (await Post("tickets", new { requestId = "t", matter = "permit" })).GetProperty("ticket");

        await node!.Program.Freeze();
        using (var late = new CancellationTokenSource(TimeSpan.FromSeconds(1)))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => http.PostAsJsonAsync(Path("windows/1/call-next"), new { requestId = "c" }, late.Token));
        }

        await Task.Delay(Frozen);
        await node.Program.Thaw();
        JsonElement hall = default;
        await Patience.Until(async () =>
        {
            using var answer = await http.GetAsync(Path(""));
            hall = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return answer.IsSuccessStatusCode;
        });
        Assert.Equal(1, hall.GetProperty("waiting").GetInt32());

        var called = await Post("windows/1/call-next", new { requestId = "c" });
        Assert.Equal(ticket.GetString(), called.GetProperty("ticket").GetString());
    }

    private static string Path(string path) => $"/api/halls/{Region.County}/{path}".TrimEnd('/');

    private async Task<JsonElement> Post(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(Path(path), body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
