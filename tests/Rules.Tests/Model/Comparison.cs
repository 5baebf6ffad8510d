namespace Yihao.Rules.Tests.Model;

/// <summary>
/// Holds a hall against its model: every ticket, every window, what each window would call, and who is ahead.
/// </summary>
internal static class Comparison
{
    public static void Same(Hall hall, NaiveHall model, ulong turn)
    {
        Invariants.Hold(hall);
        Assert.Equal(model.Day, hall.Day);
        Assert.Equal(model.DayEnd, hall.DayEndsAt);
        Assert.Equal(model.OverCap, hall.OverCap);
        Assert.Equal(model.Tickets.Count, hall.Tickets.Count());
        // What is finished stays so, as a rule: seen now and then.
        foreach (var ticket in model.Tickets.Where(t => !t.IsFinished || turn % 16 == 0))
        {
            var (expected, seen) = (Of(ticket), Of(hall.Ticket(ticket.Key)!));
            if (expected != seen)
                Assert.Fail($"{expected} in the model, {seen} in the hall");
        }

        Assert.True(model.InOrder.Select(w => w.Id).SequenceEqual(hall.Windows.Select(w => w.Id)), "other windows");
        model.Standing = model.Waiting;
        foreach (var window in model.InOrder)
            Same(hall, hall.Window(window.Id)!, model, window);
        var waiting = model.Waiting;
        Assert.True(waiting.Select(t => t.Key).SequenceEqual(hall.Lines.InOrder().Select(t => t.Key)), "other lines");
        if (waiting.Count > 0)
        {
            var asked = waiting[(int)(turn % (ulong)waiting.Count)];
            Assert.Equal(model.Ahead(asked), Standing.Of(hall, hall.Ticket(asked.Key)!).Ahead);
        }

        model.Standing = null;
        Assert.Equal(model.Standby, hall.Standby);
    }

    private static void Same(Hall hall, Window window, NaiveHall model, NaiveWindow naive)
    {
        Assert.Equal(naive.Mode, window.Staffing switch
        {
            Staffing.Unattended => "gone",
            var staffing => staffing.GetType().Name.ToLowerInvariant(),
        });
        Assert.Equal(naive.Mode == "closed" ? null : naive.Clerk, window.Staffing.AtIt);
        Assert.Equal(naive.PauseWish, (window.Staffing as Staffing.Open)?.PauseWish);
        Assert.Equal(model.InHand(naive)?.Key, window.InHand?.Key);
        Assert.Equal((naive.InRow, naive.TookOldest), (window.HeadStartsInRow, window.TookOldest));
        Assert.Equal(model.Offered(naive)?.Key, window.Offer?.Key);
        Assert.Equal(naive.Returning, (window.Staffing as Staffing.Open)?.Returning);
        Assert.Equal(naive.CoveredBy, window.CoveredBy);
        Assert.Equal(naive.Rerouted.To, window.Rerouted.To);
        Assert.Equal(
            (naive.Declined, naive.Lapsed, naive.Silent, naive.Rest, naive.FromStandbyAt is not null),
            (window.Declined, window.Lapsed, window.IsSilent, window.Rest, window.FromStandby));
        if (naive.Mode != "open")
            return;
        var (expected, rule) = model.Choose(naive);
        var chosen = Dispatch.Choose(hall, window, model.Now);
        Assert.Equal((expected?.Key, rule), (chosen.Ticket?.Key, chosen.Rule));
    }

    private static Seen Of(NaiveTicket t) => new(
        t.Key, t.State, t.Matter, t.SentTo, t.Effective.UtcTicks, t.Holds, t.Returns, AtWindow(t),
        t.State == TicketState.Serving && t.Inferred, t.IsCalled ? t.Calls : 0);

    private static Seen Of(Ticket t) => new(
        t.Key, t.State, t.Matter, t.SentTo, t.Place.Effective, t.Holds, t.Returns, t.Phase.AtWindow,
        t.Phase is TicketPhase.Serving { Inferred: true }, CallsOf(t.Phase));

    private static string? AtWindow(NaiveTicket t) =>
        t.State is TicketState.Called or TicketState.Serving or TicketState.NoShow or TicketState.Done
            ? t.Window
            : null;

    private static int CallsOf(TicketPhase phase) => phase switch
    {
        TicketPhase.Called called => called.Calls,
        TicketPhase.Serving { Inferred: true } guessed => guessed.Call.Calls,
        _ => 0,
    };

    /// <summary>What both must agree on.</summary>
    private readonly record struct Seen(
        TicketKey Key, TicketState State, string Matter, string? SentTo, long Effective, int Holds, int Returns,
        string? Window, bool Inferred, int Calls);
}
