using Yihao.Contracts;

namespace Yihao.Cluster.Tests.Halls;

public sealed class RepeatedRequestTests
{
    [Fact]
    public async Task The_same_request_gives_the_same_number_however_often_it_is_sent()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        var request = Asks.Take("same");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => cluster.HallGrain().TakeNumber(request)));

        Assert.Single(answers.Select(a => ((Accepted<TicketTaken>)a).Value.Ticket).Distinct());
        Assert.Single(answers, a => a is Accepted<TicketTaken> { Repeated: false });
        Assert.Single(await cluster.WholeLedger(), e => e.Kind == "taken");
    }

    [Fact]
    public async Task The_same_request_with_another_body_is_refused()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        await cluster.HallGrain().TakeNumber(Asks.Take("same"));

        var elder = Asks.Take("same") with { Class = "priority", Reason = "elder" };
        var other = await cluster.HallGrain().TakeNumber(elder);

        Assert.Equal("request-id-reused", Assert.IsType<Refused<TicketTaken>>(other).Code);
    }

    [Fact]
    public async Task A_request_repeated_after_a_restart_gives_the_same_number_link_and_state()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        var request = Asks.Take("before the restart");
        var first = await Retry.Accepted(() => cluster.HallGrain().TakeNumber(request));

        await cluster.Cluster.RestartSiloAsync(cluster.Cluster.Silos[0]);
        var again = await Retry.Accepted(() => cluster.HallGrain().TakeNumber(request));

        Assert.Equal(
            (first.Ticket, first.Number, first.Link, first.State),
            (again.Ticket, again.Number, again.Link, again.State));
        Assert.Single(await cluster.WholeLedger(), e => e.Kind == "taken");
    }

    [Fact]
    public async Task A_call_repeated_after_the_ticket_is_done_still_answers_that_call()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        var window = await cluster.OpenGeneral();
        await cluster.HallGrain().TakeNumber(Asks.Take());
        var call = Asks.At(window, new CallNextAct(false), "the call");
        var called = await Retry.Accepted(() => cluster.WindowGrain(window).Act(call));
        await Retry.Accepted(() => cluster.WindowGrain(window).Act(Asks.At(window, new FinishAct(null))));

        var again = await Retry.Accepted(() => cluster.WindowGrain(window).Act(call));

        Assert.Equal(called.Ticket, again.Ticket);
        Assert.Single(await cluster.WholeLedger(), e => e.Kind == "called");
    }

    [Fact]
    public async Task A_hall_that_is_not_in_the_network_is_refused()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());

        var answer = await cluster.HallGrain("999999").TakeNumber(Asks.Take());

        Assert.Equal("hall-unknown", Assert.IsType<Refused<TicketTaken>>(answer).Code);
        Assert.DoesNotContain("999999", await cluster.Ledger.Halls(CancellationToken.None));
    }
}
