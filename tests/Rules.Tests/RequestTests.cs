namespace Yihao.Rules.Tests;

/// <summary>The same request again: answered the same, never done twice.</summary>
public class RequestTests
{
    private static readonly Request First = new(1, 10);

    [Fact]
    public void The_same_request_again_has_the_same_outcome_whatever_happened_since()
    {
        var script = new HallScript(Plans.OneMatter).Play("09:00 take => A001\nopen 1 li");
        script.Do(new CallNext("1", false), First);
        var outcome = script.Hall.Accepted.Find(First.Key)!.Value.Outcome;
        Assert.Equal((script.KeyOf("A001"), TicketState.Called, "1", "li"),
            (outcome.Ticket, outcome.State, outcome.Window, outcome.Clerk));
        script.Play("finish 1\nclose 1");
        Assert.Equal(new Decision.Repeat(outcome), script.Do(new CallNext("1", false), First));
        script.Play("see 1 holds nothing");
    }

    [Fact]
    public void The_same_request_with_another_body_is_refused()
    {
        var script = new HallScript(Plans.OneMatter);
        script.Do(new TakeNumber(MatterPlan.None, TicketClass.Normal, null), First);
        var other = script.Do(new TakeNumber(MatterPlan.None, TicketClass.Normal, null), First with { Body = 11 });
        Assert.Equal(Decision.No(Refusal.RequestIdReused), other);
    }

    [Fact]
    public void A_refused_request_leaves_no_trace_and_may_turn_out_differently_later()
    {
        var script = new HallScript(Plans.OneMatter).Play("09:00 take");
        Assert.Equal(Decision.No(Refusal.WindowNotOpen), script.Do(new CallNext("1", false), First));
        script.Play("open 1 li");
        Assert.IsType<Decision.Accept>(script.Do(new CallNext("1", false), First));
    }

    [Fact]
    public void A_call_that_found_nobody_leaves_no_trace_either()
    {
        var script = new HallScript(Plans.OneMatter).Play("09:00 open 1 li");
        Assert.IsType<Decision.Nobody>(script.Do(new CallNext("1", false), First));
        script.Play("take");
        Assert.IsType<Decision.Accept>(script.Do(new CallNext("1", false), First));
    }

    [Fact]
    public void Requests_are_remembered_for_a_day_over_the_boundary_and_over_a_restart()
    {
        var script = new HallScript(Plans.OneMatter).At("22:00");
        var take = new TakeNumber(MatterPlan.None, TicketClass.Normal, null);
        script.Do(take, First);
        script.Restart();
        script.At("+1 21:59:59").Do(take, new Request(2, 10));
        Assert.IsType<Decision.Repeat>(script.Do(take, First));
        script.At("+1 22:00:01").Do(take, new Request(3, 10));
        Assert.IsType<Decision.Accept>(script.Do(take, First));
    }

    [Fact]
    public void What_is_remembered_has_a_bound_and_the_oldest_go_first()
    {
        var accepted = new HallScript(Plans.OneMatter).Hall;
        var at = accepted.LastAt;
        for (var i = 0; i <= AcceptedRequests.Bound; i++)
            accepted.Apply(new Recorded(at, new HallResumed(), new Request((UInt128)i, 0)));
        Assert.Equal(AcceptedRequests.Bound, accepted.Accepted.Count);
        Assert.Null(accepted.Accepted.Find(0));
        Assert.NotNull(accepted.Accepted.Find(1));
    }

    [Fact]
    public void The_outcome_of_finish_and_call_is_the_ticket_called()
    {
        var script = new HallScript(Plans.OneMatter).Play("09:00 take\ntake\nopen 1 li\ncall 1");
        script.Do(new CallNext("1", true), First);
        var outcome = script.Hall.Accepted.Find(First.Key)!.Value.Outcome;
        Assert.Equal((script.KeyOf("A002"), TicketState.Called), (outcome.Ticket, outcome.State));
        Assert.Equal(script.Hall.Seq, outcome.Seq);
    }
}
