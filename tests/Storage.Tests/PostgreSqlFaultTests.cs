using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Grains.Ports;

namespace Yihao.Storage.Tests;

/// <summary>Locked heads and lost connections, where the others, or all, must not notice.</summary>
public sealed class PostgreSqlFaultTests(PostgresCluster cluster)
    : StorageContract(new PostgreSqlTestDatabase(cluster.Server))
{
    private const int LogConnectionLost = 3004;
    private const int LogConnectionResolved = 3005;

    [Fact]
    public async Task A_locked_head_holds_up_its_own_hall_only()
    {
        var pens = await Pens(Database.Ledger(), 10);
        await using var locker = await Lock(pens[3]);
        var waiting = pens[3].Append(3);
        var clock = Stopwatch.StartNew();
        var rounds = 0;
        // They wait for lock_timeout once at most: at every commit, it would be a dozen rounds.
        var others = pens.Where(pen => pen != pens[3]).ToArray();
        for (; clock.Elapsed < TimeSpan.FromSeconds(1.3); rounds++)
            await Task.WhenAll(others.Select(pen => pen.Append())).WaitAsync(Limit, Cancellation);
        Assert.True(rounds > 20, $"{rounds} rounds");
        Assert.False(waiting.IsCompleted);

        await locker.DisposeAsync();
        await waiting.WaitAsync(Limit, Cancellation);
        await pens[3].Append().WaitAsync(Limit, Cancellation);
        await NothingIsWrong();
    }

    [Fact]
    public async Task A_head_that_stays_locked_fails_its_own_hall_only()
    {
        var options = Database.Options with { LockedHeadLimit = TimeSpan.FromSeconds(0.3) };
        var pens = await Pens(Database.Ledger(options), 3);
        await using var locker = await Lock(pens[1]);
        var waiting = pens[1].Append();
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => waiting.WaitAsync(Limit, Cancellation));
        await pens[0].Append().WaitAsync(Limit, Cancellation);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => pens[1].Append());
    }

    [Fact]
    public async Task A_head_that_is_locked_for_a_moment_is_moved_afterwards()
    {
        var pen = (await Pens(Database.Ledger(), 1))[0];
        await pen.Append().WaitAsync(Limit, Cancellation);
        await using var locker = await Lock(pen);
        var waiting = pen.Append(3);
        // Longer than lock_timeout.
        await Task.Delay(TimeSpan.FromSeconds(0.3), Cancellation);
        Assert.False(waiting.IsCompleted);

        await locker.DisposeAsync();
        await waiting.WaitAsync(Limit, Cancellation);
        await EveryPenIsWhole([pen]);
    }

    // A batch of one hall and one of several are written by statements of their own.
    [Theory]
    [InlineData(Cut.BeforeRequest, 20)]
    [InlineData(Cut.InsideRequest, 20)]
    [InlineData(Cut.AfterReply, 20)]
    [InlineData(Cut.BeforeRequest, 1)]
    [InlineData(Cut.InsideRequest, 1)]
    [InlineData(Cut.AfterReply, 1)]
    internal async Task No_hall_fails_for_a_lost_connection(Cut cut, int halls)
    {
        await using var proxy = new CuttingProxy(cluster.Server.Port);
        var pens = await Pens(Database.Ledger(Through(proxy)), halls);
        await Task.WhenAll(pens.Select(pen => pen.Append(2))).WaitAsync(Limit, Cancellation);

        // The first of several goes out alone, and the others meanwhile gather behind it.
        proxy.Next(halls > 1 ? [Cut.Nothing, cut] : [cut]);
        await Task.WhenAll(pens.Select(pen => pen.Append(3))).WaitAsync(Limit, Cancellation);
        await Task.WhenAll(pens.Select(pen => pen.Append(2))).WaitAsync(Limit, Cancellation);
        Assert.Equal(1, proxy.Done);
        await Task.WhenAll(pens.Select(pen => pen.Append())).WaitAsync(Limit, Cancellation);

        Assert.Contains(Database.Log.Lines, line => line.Id == LogConnectionLost);
        Assert.Contains(Database.Log.Lines, line => line.Id == LogConnectionResolved);
        await EveryPenIsWhole(pens);
    }

    [Fact]
    public async Task A_connection_may_be_lost_again_while_the_loss_is_resolved()
    {
        await using var proxy = new CuttingProxy(cluster.Server.Port);
        var pens = await Pens(Database.Ledger(Through(proxy)), 20);
        await Task.WhenAll(pens.Select(pen => pen.Append())).WaitAsync(Limit, Cancellation);
        // The append is cut, then one step further of the next connection each round: its start, its settings, how long
        // it waits for locks, the preparing of both statements, the locks again, the raising of the epochs, and the
        // second append.
        foreach (var cut in new[] { Cut.BeforeRequest, Cut.InsideRequest, Cut.AfterReply })
        {
            for (var steps = 0; steps < 8; steps++)
            {
                proxy.Next([cut, .. Enumerable.Repeat(Cut.Nothing, steps), cut]);
                await Task.WhenAll(pens.Select(pen => pen.Append(2))).WaitAsync(Limit, Cancellation);
            }
        }

        // A cut in the last round may still be waiting for a request.
        await Task.WhenAll(pens.Select(pen => pen.Append())).WaitAsync(Limit, Cancellation);
        Assert.True(proxy.Done >= 40, $"{proxy.Done} cuts");
        await EveryPenIsWhole(pens);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(1)]
    public async Task An_append_that_arrives_late_on_the_lost_connection_is_not_written_twice(int halls)
    {
        await using var proxy = new CuttingProxy(cluster.Server.Port);
        var pens = await Pens(Database.Ledger(Through(proxy)), halls);
        await Task.WhenAll(pens.Select(pen => pen.Append())).WaitAsync(Limit, Cancellation);

        proxy.Next(halls > 1 ? [Cut.Nothing, Cut.BeforeLateRequest] : [Cut.BeforeLateRequest]);
        await Task.WhenAll(pens.Select(pen => pen.Append(2))).WaitAsync(Limit, Cancellation);
        await Task.WhenAll(pens.Select(pen => pen.Append(2))).WaitAsync(Limit, Cancellation);
        proxy.Deliver();
        await proxy.Delivered.Task.WaitAsync(Limit, Cancellation);

        await Task.WhenAll(pens.Select(pen => pen.Append())).WaitAsync(Limit, Cancellation);
        await EveryPenIsWhole(pens);
    }

    [Fact]
    public async Task A_session_is_not_fenced_by_its_own_opening_that_was_sent_twice()
    {
        var pens = await Pens(Database.Ledger(), 3);
        // What the first sending does when it arrives after the second: the owner stays, the epoch goes up.
        await Database.Execute($"update hall_head set epoch = epoch + 1 where hall = '{pens[1].Session.Hall}'");
        await Task.WhenAll(pens.Select(pen => pen.Append(2))).WaitAsync(Limit, Cancellation);
        await EveryPenIsWhole(pens);
    }

    [Fact]
    public async Task A_hall_taken_by_another_while_the_connection_was_lost_is_fenced()
    {
        await using var proxy = new CuttingProxy(cluster.Server.Port);
        var pens = await Pens(Database.Ledger(Through(proxy)), 3);
        await Task.WhenAll(pens.Select(pen => pen.Append())).WaitAsync(Limit, Cancellation);
        var taken = await Database.Ledger().Open(pens[1].Session.Hall, Cancellation);

        proxy.Next(Cut.BeforeRequest);
        var appends = pens.Select(pen => pen.Append()).ToArray();
        await appends[0].WaitAsync(Limit, Cancellation);
        await appends[2].WaitAsync(Limit, Cancellation);
        await Assert.ThrowsAsync<LedgerFencedException>(() => appends[1].WaitAsync(Limit, Cancellation));
        await new HallPen(taken).Append().WaitAsync(Limit, Cancellation);
        await NothingIsWrong();
    }

    [Theory]
    [InlineData(30)]
    [InlineData(1)]
    public async Task No_hall_fails_when_connections_are_cut_all_the_time(int halls)
    {
        await using var proxy = new CuttingProxy(cluster.Server.Port);
        var ledger = Database.Ledger(Through(proxy));
        var pens = await Pens(ledger, halls);
        var random = new Random(20261123);
        Cut[] cuts = [Cut.BeforeRequest, Cut.InsideRequest, Cut.AfterReply];
        for (var round = 0; round < 60; round++)
        {
            if (round % 2 == 1)
                proxy.Next(cuts[random.Next(cuts.Length)]);
            await Task.WhenAll(pens.Select(pen => pen.Append(random.Next(1, 4)))).WaitAsync(Limit, Cancellation);
        }

        Assert.Equal(30, proxy.Done);
        await EveryPenIsWhole(pens);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(1)]
    public async Task No_hall_fails_when_the_server_ends_the_connection(int halls)
    {
        var pens = await Pens(Database.Ledger(), halls);
        for (var round = 0; round < 20; round++)
        {
            var appends = Task.WhenAll(pens.Select(pen => pen.Append(2)));
            await Database.Execute(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                + "where datname = current_database() and pid <> pg_backend_pid()");
            await appends.WaitAsync(Limit, Cancellation);
        }

        await EveryPenIsWhole(pens);
    }

    [Fact]
    public async Task A_session_is_confirmed_until_another_one_takes_its_hall()
    {
        var pens = await Pens(Database.Ledger(), 20);
        await Task.WhenAll(pens.Select(pen => pen.Session.Confirm())).WaitAsync(Limit, Cancellation);
        var newer = await Database.Process(Database.Options).GetRequiredService<ILedger>().Open("450507", Cancellation);

        var confirms = pens.Select(pen => pen.Session.Confirm()).ToArray();
        await Assert.ThrowsAsync<LedgerFencedException>(() => confirms[7].WaitAsync(Limit, Cancellation));
        await Task.WhenAll(confirms.Where(c => c != confirms[7])).WaitAsync(Limit, Cancellation);
        await newer.Confirm();
    }

    [Fact]
    public async Task A_process_that_is_marked_dead_opens_no_hall()
    {
        const int joining = 2, active = 3, dead = 6;
        var self = new SiloMark("cluster", "127.0.0.1", 11111, 7);
        await Database.Execute("insert into OrleansMembershipVersionTable (DeploymentId) values ('cluster')");
        await Database.Execute(
            "insert into OrleansMembershipTable"
            + " (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, StartTime, IAmAliveTime)"
            + $" values ('cluster', '127.0.0.1', 11111, 7, 'a', 'a', {joining}, now(), now())");
        var services = new ServiceCollection();
        services.AddYihaoStorage(Database.Options);
        services.AddSingleton(self);
        await using var provider = services.BuildServiceProvider();
        var ledger = provider.GetRequiredService<ILedger>();
        foreach (var alive in new[] { joining, active })
        {
            await Database.Execute($"update OrleansMembershipTable set Status = {alive}");
            await new HallPen(await ledger.Open(Hall, Cancellation)).Append().WaitAsync(Limit, Cancellation);
        }

        var holder = new HallPen(await Database.Ledger().Open(Hall, Cancellation));
        await Database.Execute($"update OrleansMembershipTable set Status = {dead}");
        await Assert.ThrowsAsync<LedgerFencedException>(() => ledger.Open(Hall, Cancellation));
        await Database.Execute("delete from OrleansMembershipTable");
        await Assert.ThrowsAsync<LedgerFencedException>(() => ledger.Open(Hall, Cancellation));
        await holder.Append().WaitAsync(Limit, Cancellation);
    }

    [Fact]
    public async Task A_text_that_cannot_be_sent_fails_its_own_hall_only()
    {
        var pens = await Pens(Database.Ledger(), 5);
        var appends = pens.Select(pen => pen == pens[2]
            ? pen.Session.Append([pen.Next()[0] with { Clerk = "\ud800" }])
            : pen.Append()).ToArray();
        foreach (var append in appends.Where(append => append != appends[2]))
            await append.WaitAsync(Limit, Cancellation);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => appends[2].WaitAsync(Limit, Cancellation));
        await NothingIsWrong();
    }

    private static async Task<List<HallPen>> Pens(ILedger ledger, int halls)
    {
        var pens = new List<HallPen>();
        for (var hall = 0; hall < halls; hall++)
            pens.Add(new HallPen(await ledger.Open($"4505{hall:00}", Cancellation)));
        return pens;
    }

    private StorageOptions Through(CuttingProxy proxy) => Database.Options with
    {
        ConnectionString = Database.Options.ConnectionString.Replace(
            $"Port={cluster.Server.Port}", $"Port={proxy.Port};SSL Mode=Disable", StringComparison.Ordinal),
    };

    private async Task<DbConnection> Lock(HallPen pen)
    {
        var connection = await Database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = $"begin; select 1 from hall_head where hall = '{pen.Session.Hall}' for update";
        await command.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }

    private async Task EveryPenIsWhole(List<HallPen> pens)
    {
        var ledger = Database.Ledger();
        foreach (var pen in pens)
            Assert.Equal(pen.Seq, (await ledger.Read(pen.Session.Hall, 0, 10_000, Cancellation)).Count);
        await NothingIsWrong();
    }

    private async Task NothingIsWrong()
    {
        await foreach (var report in Database.Verifier().VerifyAll(Cancellation))
            Assert.Empty(report.Findings);
    }
}
