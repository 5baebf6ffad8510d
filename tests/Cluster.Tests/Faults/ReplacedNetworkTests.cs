using System.Text.Json;
using Yihao.Cluster.Tests.Faults.Nodes;
using Yihao.Cluster.Tests.Faults.Places;

namespace Yihao.Cluster.Tests.Faults;

/// <summary>Which network is in force when nodes are started with files of different age.</summary>
public sealed class ReplacedNetworkTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yihao-network-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_that_was_replaced_is_not_put_back_by_a_node_that_is_started_with_it_again()
    {
        var old = Path.Combine(folder, "old.json");
        var newer = Path.Combine(folder, "newer.json");
        await Region.Write(old);
        var text = await File.ReadAllTextAsync(old);
        var name = await NameAfterStart(old);
        await File.WriteAllTextAsync(newer, text.Replace(Escaped(name), Escaped("新" + name), StringComparison.Ordinal));

        Assert.Equal("新" + name, await NameAfterStart(newer));
        Assert.Equal("新" + name, await NameAfterStart(old));
        Assert.Equal("新" + name, await NameAfterStart("sample"));
        await File.WriteAllTextAsync(old, text + "\n// put back on purpose");
        Assert.Equal(name, await NameAfterStart(old));
    }

    private static string Escaped(string name) => JsonSerializer.Serialize(name);

    private async Task<string> NameAfterStart(string file)
    {
        await using var node = new Node("node", folder, ["--Storage:Path", folder, "--Network:File", file]);
        node.Program.Start();
        await Patience.Until(node.IsReady);
        using var http = new HttpClient { Timeout = Patience.Limit };
        var hall = JsonElement.Parse(await http.GetStringAsync(new Uri(node.Address, $"/api/halls/{Region.County}")));
        return hall.GetProperty("name").GetString()!;
    }
}
