using Microsoft.Extensions.DependencyInjection;
using Yihao.Grains.Ports;
using Yihao.Storage.PostgreSql;

namespace Yihao.Storage.Tests;

/// <summary>The ledger split by county over two real servers.</summary>
public sealed class SplitLedgerTests(SplitServers servers) : IAsyncLifetime, IClassFixture<SplitServers>
{
    /// <summary>Lies in the main database by the usual choice, as the next one does in the further one.</summary>
    private const string MainCounty = "450512";
    private const string FurtherCounty = "450521";
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);
    private SplitDatabases? _databases;

    private SplitDatabases Databases => _databases!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _databases = await servers.Make();

    public async ValueTask DisposeAsync() => await _databases!.DisposeAsync();

    [Fact]
    public async Task All_halls_of_a_county_lie_in_one_database_and_counties_in_both()
    {
        var ledger = Databases.Ledger();
        var halls = Enumerable.Range(0, 20)
            .SelectMany(county => new[] { $"4505{county:00}", $"4505{county:00}001", $"4505{county:00}001002-b" })
            .ToArray();
        await Task.WhenAll(halls.Select(async hall =>
            await new HallPen(await ledger.Open(hall, Cancellation)).Append(3)));

        Assert.Equal(halls.Order(StringComparer.Ordinal), await ledger.Halls(Cancellation));
        foreach (var hall in halls)
            Assert.Equal(3, (await ledger.Read(hall, 0, 10, Cancellation)).Count);
        Assert.Empty(await ledger.Read("999999", 0, 10, Cancellation));
        var main = await Databases.Column(0, "select hall from hall_head");
        var further = await Databases.Column(1, "select hall from hall_head");
        Assert.Equal(halls.Length, main.Count + further.Count);
        Assert.Equal(
            halls.Where(hall => CountyPlaces.Usual(hall[..6], 2) == 1).ToHashSet(), further.ToHashSet());
        // Written down: what a new ledger chooses is the same in every version.
        var counties = further.Where(hall => hall.Length == 6).Select(hall => hall[4..]).Order();
        Assert.Equal("01 02 05 06 13 15 17 19", string.Join(' ', counties));
        Assert.Equal((halls.Length, 3L * halls.Length), await Databases.Verify());
    }

    [Fact]
    public async Task A_county_stays_where_it_is_when_a_database_is_added()
    {
        await using var alone = await servers.Make(further: 0);
        foreach (var county in Enumerable.Range(0, 12))
            await alone.Write($"4505{county:00}");
        await alone.Add(server: 1);
        foreach (var county in Enumerable.Range(0, 24))
            await alone.Write($"4505{county:00}001");

        Assert.Equal(12, (await alone.Column(0, "select hall from hall_head where length(hall) = 6")).Count);
        Assert.Empty(await alone.Column(1, "select hall from hall_head where hall < '450512'"));
        Assert.NotEmpty(await alone.Column(1, "select hall from hall_head"));
        Assert.Equal((36, 36L), await alone.Verify());
    }

    [Fact]
    public async Task A_place_that_was_chosen_by_hand_is_kept()
    {
        await Databases.Execute(0, $"insert into ledger_place values ('{MainCounty}', 1)");
        await Databases.Write(MainCounty + "001");
        Assert.Equal([MainCounty + "001"], await Databases.Column(1, "select hall from hall_head"));
        Assert.Equal((1, 1L), await Databases.Verify());
    }

    [Theory]
    [InlineData("none", "Storage:Ledgers:1: the ledger lies in 2 databases")]
    [InlineData("another", "Storage:Ledgers:1: another database was here")]
    [InlineData("swapped", "Storage:ConnectionString: this is database 1 of a ledger")]
    [InlineData("main", "Storage:Ledgers:1: this is database 0 of the ledger")]
    [InlineData("twice", "Storage:Ledgers:2: this is database 1 of the ledger")]
    [InlineData("stranger", "Storage:Ledgers:2: this database belongs to another ledger")]
    [InlineData("filled", "Storage:Ledgers:2: this database has a ledger of its own")]
    public async Task A_wrong_list_is_refused(string list, string reason)
    {
        await Databases.Write(FurtherCounty);
        var (main, further) = (Databases.Options.ConnectionString, Databases.Options.Ledgers[0]);
        await using var others = await servers.Make(further: 1);
        await using var single = await servers.Make(further: 0);
        await single.Write(MainCounty);
        await single.Forget();
        var options = list switch
        {
            "none" => Databases.Options with { Ledgers = [] },
            "another" => Databases.Options with { Ledgers = [await servers.Empty()] },
            "swapped" => Databases.Options with { ConnectionString = further, Ledgers = [main] },
            "main" => Databases.Options with { Ledgers = [main] },
            "twice" => Databases.Options with { Ledgers = [further, further] },
            "stranger" => Databases.Options with { Ledgers = [further, others.Options.Ledgers[0]] },
            _ => Databases.Options with { Ledgers = [further, single.Options.ConnectionString] },
        };

        var wrong = Assert.Throws<WrongLedgersException>(() => StorageSchema.Migrate(options));
        Assert.StartsWith(reason, wrong.Message, StringComparison.Ordinal);
        Assert.EndsWith($"[{wrong.Code}]", wrong.Message, StringComparison.Ordinal);
        StorageSchema.Migrate(Databases.Options);
        Assert.Equal((1, 1L), await Databases.Verify());
    }

    [Fact]
    public async Task A_node_that_does_not_know_of_the_split_opens_no_hall_that_lies_elsewhere()
    {
        await Databases.Write(FurtherCounty);
        // It was started before the list grew, or is of an older version, which opens with this statement.
        var old = Databases.Ledger(Databases.Options with { Ledgers = [] });
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => old.Open(FurtherCounty + "001", Cancellation));
        await new HallPen(await old.Open(MainCounty, Cancellation)).Append();
        Assert.Equal((2, 2L), await Databases.Verify());
    }

    [Fact]
    public async Task A_node_with_a_shorter_list_opens_nothing_of_the_database_it_has_not()
    {
        var old = Databases.Ledger();
        await Databases.Add(server: 0);
        var county = Enumerable.Range(100_000, 900).Select(c => $"{c}").First(c => CountyPlaces.Usual(c, 3) == 2);
        await Databases.Write(county);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => old.Open(county, Cancellation));
        Assert.Equal((1, 1L), await Databases.Verify());
    }

    [Fact]
    public async Task A_database_that_was_replaced_by_an_empty_one_opens_nothing()
    {
        await Databases.Write(FurtherCounty);
        await Databases.Execute(1, "delete from hall_head; delete from hall_event; delete from ledger_self");
        await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => Databases.Ledger().Open(FurtherCounty, Cancellation));
        Assert.Empty(await Databases.Column(1, "select hall from hall_head"));
    }

    [Fact]
    public async Task A_main_database_from_an_older_backup_learns_again_where_the_counties_lie()
    {
        await Databases.Write(FurtherCounty);
        await Databases.Execute(0, "delete from ledger_place");
        StorageSchema.Migrate(Databases.Options);
        Assert.Equal(["1"], await Databases.Column(0, "select place::text from ledger_place"));
        await Databases.Execute(0, "update ledger_place set place = 0");
        Assert.Equal(
            "county-elsewhere",
            Assert.Throws<WrongLedgersException>(() => StorageSchema.Migrate(Databases.Options)).Code);
    }

    [Fact]
    public async Task A_process_that_is_marked_dead_opens_no_hall_in_any_database()
    {
        await Databases.Execute(0, """
            insert into OrleansMembershipVersionTable (DeploymentId) values ('yihao');
            insert into OrleansMembershipTable (
                DeploymentId, Address, Port, Generation, SiloName, HostName, Status, StartTime, IAmAliveTime)
            values ('yihao', '10.0.0.1', 11111, 7, 'a', 'a', 3, now(), now())
            """);
        var ledger = Databases.Ledger(mark: new SiloMark("yihao", "10.0.0.1", 11111, 7));
        var pens = new[]
        {
            new HallPen(await ledger.Open(MainCounty, Cancellation)),
            new HallPen(await ledger.Open(FurtherCounty, Cancellation)),
        };
        await Databases.Execute(0, "update OrleansMembershipTable set Status = 6");
        foreach (var county in new[] { MainCounty, FurtherCounty })
            await Assert.ThrowsAsync<LedgerFencedException>(() => ledger.Open(county, Cancellation));
        // Who is healthy takes them, and the dead one's sessions are fenced in both.
        var healthy = Databases.Ledger();
        foreach (var pen in pens)
        {
            await new HallPen(await healthy.Open(pen.Session.Hall, Cancellation)).Append();
            await Assert.ThrowsAsync<LedgerFencedException>(() => pen.Append().WaitAsync(_limit, Cancellation));
        }
    }

    [Fact]
    public async Task An_opening_that_comes_too_late_takes_nothing_from_the_healthy_owner()
    {
        var ledger = (SplitLedger)Databases.Ledger();
        var pen = new HallPen(await ledger.Open(FurtherCounty, Cancellation));
        var family = (await Databases.Column(1, "select family from ledger_self")).Single();
        await using var late = Databases.Single(place: 1);
        await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => late.OpenUntil(DateTime.UtcNow.AddSeconds(-1), FurtherCounty, family, 1, Cancellation));
        await pen.Append().WaitAsync(_limit, Cancellation);
    }

    [Fact]
    public async Task Restored_fences_and_renews_the_ledgers_of_all_databases()
    {
        var ledger = Databases.Ledger();
        var pens = new[]
        {
            new HallPen(await ledger.Open(MainCounty, Cancellation)),
            new HallPen(await ledger.Open(FurtherCounty, Cancellation)),
        };
        var renewed = await Databases.Process().GetRequiredService<RestoredLedgers>().Renew(Cancellation);
        Assert.Equal(2, renewed);
        foreach (var pen in pens)
            await Assert.ThrowsAsync<LedgerFencedException>(() => pen.Append().WaitAsync(_limit, Cancellation));
    }

    [Fact]
    public async Task The_verifier_reads_all_databases_and_finds_what_lies_in_the_wrong_one()
    {
        await Databases.Write(MainCounty);
        await Databases.Write(FurtherCounty);
        await Databases.Execute(1, $"update hall_event set clerk = 'x' where hall = '{FurtherCounty}'");
        await Databases.Execute(1, $"""
            insert into hall_event (hall, seq, at, kind, payload, hash)
            select '{MainCounty}', seq, at, kind, payload, hash from hall_event where hall = '{FurtherCounty}'
            """);
        Assert.Equal(
            [
                new(MainCounty, 0, LedgerFault.WrongDatabase),
                new(FurtherCounty, 1, LedgerFault.WrongHash),
            ],
            await Databases.Findings());
    }

    [Fact]
    public async Task A_writer_that_is_killed_in_one_database_loses_nothing()
    {
        var ledger = Databases.Ledger();
        var pens = new List<HallPen>();
        for (var county = 0; county < 20; county++)
            pens.Add(new HallPen(await ledger.Open($"4505{county:00}", Cancellation)));
        var appends = new List<Task>();
        for (var round = 0; round < 20; round++)
        {
            appends.AddRange(pens.Select(pen => pen.Append(2)));
            await Databases.Execute(1, """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and query like '%part as materialized%' and pid <> pg_backend_pid()
                """);
        }

        await Task.WhenAll(appends).WaitAsync(_limit, Cancellation);
        Assert.Equal((20, 20L * 40), await Databases.Verify());
    }
}
