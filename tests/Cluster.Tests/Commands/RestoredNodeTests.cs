using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Yihao.Cluster.Tests.Faults.Nodes;
using Yihao.Cluster.Tests.Faults.Places;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Commands;

/// <summary>
/// A restore as docs/operations.md has it: dump a working node's database, restore it into a fresh server, verify,
/// restored, start. The dump holds the membership row of the node that ran.
/// </summary>
public sealed class RestoredNodeTests : IAsyncLifetime
{
    private const string Hall = Region.County;
    private const int Tickets = 20;

    private readonly string folder = Directory.CreateTempSubdirectory("yihao-restored-").FullName;

    private string Network => Path.Combine(folder, "network.json");

    private string Dump => Path.Combine(folder, "yihao.dump");

    public async ValueTask InitializeAsync() => await Region.Write(Network);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_node_starts_on_a_restored_dump_after_verify_and_restored()
    {
        await DumpOfWorkingNode();
        await using var fresh = await ThrowawayPostgres.Start();
        await fresh.Tool("pg_restore", $"--create --dbname=template1 {Dump}");
        var database = fresh.ConnectionString("yihao");
        Assert.Equal(1, await ActiveMembers(database));
        var before = await Ledgers(database);

        Assert.Contains("entries: whole", await Command.Run("verify", database), StringComparison.Ordinal);
        Assert.Contains(
            $"{before.Count} ledgers have a new id", await Command.Run("restored", database), StringComparison.Ordinal);
        Assert.Empty(before.Intersect(await Ledgers(database)));

        await using (var node = new Node("restored", folder, [.. Command.On(database)]))
        {
            node.Program.Start();
            await Patience.Until(node.IsReady);
            Assert.Equal(HttpStatusCode.OK, await Take(node, "before-7"));
            Assert.Equal(HttpStatusCode.Created, await Take(node, "after"));
            await node.Program.Stop();
            Assert.Equal(0, node.Program.ExitCode);
        }

        Assert.Contains("entries: whole", await Command.Run("verify", database), StringComparison.Ordinal);
    }

    /// <summary>The node is killed after it: its row stays as it is in the dump.</summary>
    private async Task DumpOfWorkingNode()
    {
        await using var postgres = await ThrowawayPostgres.Start();
        await postgres.Tool("createdb", "yihao");
        await using var node = new Node(
            "dumped", folder, [.. Command.On(postgres.ConnectionString("yihao")), "--Network:File", Network]);
        node.Program.Start();
        await Patience.Until(node.IsReady);
        for (var i = 0; i < Tickets; i++)
            Assert.Equal(HttpStatusCode.Created, await Take(node, $"before-{i}"));
        await postgres.Tool("pg_dump", $"--format=custom --file={Dump} yihao");
    }

    /// <summary>By the retry rule.</summary>
    private static async Task<HttpStatusCode> Take(Node node, string id)
    {
        using var http = new HttpClient { BaseAddress = node.Address, Timeout = Patience.Limit };
        var status = HttpStatusCode.ServiceUnavailable;
        await Patience.Until(async () =>
        {
            using var answer = await http.PostAsJsonAsync($"/api/halls/{Hall}/tickets", new { requestId = id });
            status = answer.StatusCode;
            return status != HttpStatusCode.ServiceUnavailable;
        });
        return status;
    }

    private static async Task<long?> ActiveMembers(string database)
    {
        const int active = 3;
        await using var source = NpgsqlDataSource.Create(database);
        await using var count = source.CreateCommand(
            $"select count(*) from orleansmembershiptable where status = {active}");
        return (long?)await count.ExecuteScalarAsync();
    }

    private static async Task<IReadOnlyList<string>> Ledgers(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var read = source.CreateCommand("select ledger from hall_head");
        await using var rows = await read.ExecuteReaderAsync();
        List<string> ledgers = [];
        while (await rows.ReadAsync())
            ledgers.Add(rows.GetString(0));
        return ledgers;
    }
}
