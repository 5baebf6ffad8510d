using Yihao.Simulation.Clock;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Play;

/// <summary>
/// What halls say to each other, as their grains do it: reports of what starves, loans asked for and told of. Every
/// message takes <see cref="Message"/>; owners look at the clock four times a second while it may matter.
/// </summary>
internal sealed class BetweenHalls
{
    private const long Message = 50 * Span.Second / 1000;

    private const long Tick = Span.Second / 4;

    /// <summary>A report that has not changed is said again after this.</summary>
    private const long Again = 2 * Span.Second;

    private readonly CountyPlay county;
    private readonly IReadOnlyList<PlayedHall> halls;
    private readonly Elsewhere[] elsewhere;
    private readonly int[][] helpersBelow;
    private readonly Dictionary<(int From, int To), (IReadOnlyList<StarvingHead> Heads, long At)> said = [];
    private readonly Dictionary<string, LoanStatus> told = [];
    private readonly long[] tickAt;
    private readonly bool[] saysAgain;
    private int loans;

    public BetweenHalls(CountyPlay county, IReadOnlyList<PlayedHall> halls)
    {
        (this.county, this.halls) = (county, halls);
        elsewhere = [.. halls.Select(_ => new Elsewhere())];
        helpersBelow = [.. Site.All.Select(s => s.Children().ToArray())];
        (tickAt, saysAgain) = (new long[halls.Count], new bool[halls.Count]);
    }

    /// <summary>After the owner of a hall has done something.</summary>
    public void After(int hall, IReadOnlyList<HallEvent> events)
    {
        if (halls[hall].Hall.Lines.Count > 0 && events.Count > 0)
        {
            LookAt(hall, county.Clock.Now);
            if (events[0] is NumberTaken)
                LookAt(hall, county.Clock.Now + Span.Of(halls[hall].Hall.Settings.OverflowAfter));
        }

        Say(hall);
        TellHomes(hall);
    }

    /// <summary>Asks another hall for one of its citizens; false when the window is to call its own.</summary>
    public bool Ask(Seat seat, bool finish)
    {
        var helper = seat.Site.Index;
        var hall = halls[helper].Hall;
        var window = hall.Window(seat.Window)!;
        if (window.Asking is not null || elsewhere[helper].Best(hall, window, Instant) is not { } head)
            return false;
        var loan = FormattableString.Invariant($"{hall.Plan.Hall}.{++loans:000000}");
        if (county.Act(helper, new AskLoan(seat.Window, head.Home, loan, finish)).Count == 0)
            return false;
        seat.IsAsking = true;
        var clerk = hall.Clerk(window.Staffing.AtIt)!;
        var home = Site.IndexOf(head.Home);
        county.Clock.In(Message, () =>
        {
            county.Act(home, new LendTicket(
                loan, hall.Plan.Hall, seat.Window, clerk.Clerk, clerk.Skills is null ? null : clerk.Kins));
            var lent = LentTicket.Of(halls[home].Hall, loan);
            county.Clock.In(Message, () => Answer(seat, finish, head, loan, lent));
        });
        return true;
    }

    private DateTimeOffset Instant => Span.Instant(county.Clock.Now);

    private void Answer(Seat seat, bool finish, StarvingHead head, string loan, LentTicket? lent)
    {
        var helper = seat.Site.Index;
        seat.IsAsking = false;
        if (lent is not null && county.Act(helper, new TakeLoan(seat.Window, lent, finish)).Count > 0)
            return;
        if (lent is not null)
        {
            county.Act(helper, new WithdrawLoan(loan));
        }
        else
        {
            elsewhere[helper].Forget(head);
            county.Act(helper, new SettleLoan(loan));
        }

        if (seat.Present)
            county.Next(seat, finish);
    }

    /// <summary>The owner looks at the clock at its next tick from then on.</summary>
    private void LookAt(int hall, long from)
    {
        var at = (from / Tick + 1) * Tick;
        if (tickAt[hall] == at)
            return;
        tickAt[hall] = at;
        county.Clock.At(at, () => county.Act(hall, new PassTime()));
    }

    private void Say(int hall)
    {
        var (state, known) = (halls[hall].Hall, elsewhere[hall]);
        var something = false;
        if (Site.All[hall].Parent is >= 0 and var parent)
            something |= Say(hall, parent, HallReport.ForAbove(state, known, Instant), false);
        if (helpersBelow[hall].Length > 0)
        {
            something |= Say(hall, -1, HallReport.ForBelow(state, known, Instant), true);
        }

        if (!something || saysAgain[hall])
            return;
        saysAgain[hall] = true;
        county.Clock.In(Again, () =>
        {
            saysAgain[hall] = false;
            Say(hall);
        });
    }

    /// <param name="to">-1: to all below who help.</param>
    /// <returns>True as long as there is something to say.</returns>
    private bool Say(int from, int to, HallReport report, bool fromAbove)
    {
        var known = said.TryGetValue((from, to), out var before);
        if (report.Heads.Count == 0 && (!known || before.Heads.Count == 0))
            return false;
        if (known && county.Clock.Now - before.At < Again && report.Heads.SequenceEqual(before.Heads))
            return true;
        said[(from, to)] = (report.Heads, county.Clock.Now);
        foreach (var one in to < 0 ? helpersBelow[from] : [to])
            county.Clock.In(Message, () => Hear(one, report, fromAbove));
        return report.Heads.Count > 0;
    }

    private void Hear(int hall, HallReport report, bool fromAbove)
    {
        elsewhere[hall].Hear(halls[hall].Hall.Plan.Hall, report, fromAbove, Instant);
        foreach (var seat in county.IdleAt(hall).ToList())
        {
            if (!Ask(seat, false))
                break;
        }

        Say(hall);
    }

    /// <summary>Homes hear how far their citizens are; what has ended is settled when they have heard.</summary>
    private void TellHomes(int hall)
    {
        foreach (var loan in halls[hall].Hall.Loans)
        {
            if ((loan.Ticket is null && loan.End is null) || told.GetValueOrDefault(loan.Id) == loan.Status)
                continue;
            told[loan.Id] = loan.Status;
            var (id, status, home) = (loan.Id, loan.Status, Site.IndexOf(loan.Home));
            county.Clock.In(Message, () =>
            {
                county.Act(home, new HearOfLoan(id, status));
                if (status.End is not null || LentTicket.Of(halls[home].Hall, id) is null)
                    county.Clock.In(Message, () => Settle(hall, id));
            });
        }
    }

    private void Settle(int hall, string loan)
    {
        told.Remove(loan);
        county.Act(hall, new SettleLoan(loan));
    }
}
