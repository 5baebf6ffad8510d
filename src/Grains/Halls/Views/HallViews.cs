using Yihao.Contracts;
using Yihao.Rules;

namespace Yihao.Grains.Halls.Views;

/// <summary>The hall as a whole: for lists, stations and screens.</summary>
internal sealed class HallViews(
    HallCatalogue catalogue, WindowViews windows, TicketViews tickets, TimeProvider time)
{
    public HallSummary Summary(Hall hall)
    {
        var definition = catalogue.Definition;
        var now = Decide.TimeIn(hall, time.GetUtcNow());
        return new(
            definition.Hall,
            definition.Name,
            definition.NameEn,
            HallCatalogue.Camel(definition.Level.ToString()),
            definition.Parent,
            hall.Plan.Open,
            hall.Lines.Count,
            hall.Windows.Count(w => w.Staffing is Staffing.Open),
            TicketViews.Estimate(WaitEstimate.OfNewcomer(hall)))
        {
            OldestWaitMinutes = Dispatch.LongestWaiting(hall) is { } oldest
                ? (int)Math.Max(0, (now - oldest.CountedArrival).TotalMinutes)
                : 0,
            WindowsAway = hall.Windows.Count(w => w.CoveredBy is not null || w.Staffing is Staffing.Unattended),
            Overflow = hall.Overflow.Count == 0
                ? null
                : hall.Overflow.Values.Contains(OverflowCause.Nobody) ? "nobody" : "wait",
            ServedElsewhere = hall.Windows.Count(w => w is { IsBooth: true, InHand: not null }),
            Helping = hall.Loans.Count(l => l is { Ticket: not null, End: null }),
            Booths = hall.Windows.Count(w => w.IsBooth),
            BoothsFree = hall.Windows.Count(w => w is { IsBooth: true, Staffing: Staffing.Closed }),
        };
    }

    /// <summary>What a newcomer with a matter would meet.</summary>
    public MatterWait WaitFor(Hall hall, string matter)
    {
        var definition = catalogue.Definition;
        var served = hall.Lines.Matters.Knows(matter) && hall.Lines.Matters.IsServed(matter);
        var wait = served ? Newcomer.Of(hall, matter, time.GetUtcNow()) : default;
        return new(
            definition.Hall,
            definition.Name,
            definition.NameEn,
            HallCatalogue.Camel(definition.Level.ToString()),
            served,
            wait.WindowsOpen,
            wait.Ahead,
            TicketViews.Estimate(wait.Estimate),
            served && hall.Overflow.ContainsKey(hall.Lines.Matters.SampleOf(hall.Lines.Matters.GroupOf(matter))));
    }

    public HallView View(Hall hall) => new(
        Summary(hall),
        hall.Day,
        [.. catalogue.Definition.Areas.Select(a => new AreaView(a.Area, a.Name))],
        [.. Enum.GetValues<TicketClass>().Select(c =>
            new ClassView(Wire.Of(c), (int)hall.Settings.HeadStartOf(c).TotalMinutes))],
        [.. hall.Windows.Where(w => !w.IsBooth).Select(w => windows.View(hall, w))])
    {
        Mode = HallCatalogue.Camel(hall.Settings.Mode.ToString()),
        Standby = [.. hall.Standby],
        BoothPlaces = [.. hall.Windows.Where(w => w.IsBooth).Select(w => windows.View(hall, w))],
        EstimateError = ErrorOf(hall.EstimateErrors),
    };

    public Picture Picture(Hall hall, string ledger) => new(
        hall.Plan.Hall,
        catalogue.Definition.Name,
        catalogue.Definition.NameEn,
        ledger,
        hall.Seq,
        hall.Clock.Local(hall.LastAt),
        hall.Day,
        [.. hall.Calls.NewestFirst.Select(c => Call(hall, c))],
        [.. hall.Windows.Select(windows.OnScreen)],
        Counts(hall.Lines.CountsByClass()),
        hall.OverCap ? [ScreenEvents.OverCap(hall.Clock.Local(hall.LastAt))] : []);

    public LineView Waiting(Hall hall, int atMost) =>
        new([.. hall.Lines.InOrder().Take(atMost).Select(t => tickets.InLine(hall, t, hall.LastAt))]);

    /// <summary>Held tickets, then no-shows who may still come back.</summary>
    public LineView Held(Hall hall, int atMost)
    {
        var missed = hall.Tickets.Where(t => t.State == TicketState.NoShow)
            .OrderBy(t => ((TicketPhase.NoShow)t.Phase).At).ThenBy(t => t.Key);
        var shown = hall.HeldInOrder().Concat(missed).Take(atMost);
        return new([.. shown.Select(t => tickets.InLine(hall, t, hall.LastAt))]);
    }

    public static IReadOnlyList<ClassCount> Counts(IReadOnlyList<int> waiting) =>
        [.. waiting.Select((count, ticketClass) => new ClassCount(Wire.Of((TicketClass)ticketClass), count))];

    private static EstimateErrorView? ErrorOf(EstimateErrors errors) => errors.Count == 0
        ? null
        : new(
            errors.Count,
            (double)errors.UnderFrom / errors.Count,
            (double)errors.UnderTo / errors.Count,
            errors.ErrorMinutes / errors.Count,
            errors.OffMinutes / errors.Count);

    private CallView Call(Hall hall, ShownCall call) => new(
        call.Seq,
        hall.Clock.Local(call.At),
        call.Kind,
        call.Ticket.IdIn(hall.Plan.Hall),
        call.Ticket.Shown,
        call.Window,
        hall.Ticket(call.Ticket) is { } ticket
            ? Wire.Of(ticket.State)
            : call.Ticket.Home is null ? "done" : "elsewhere")
    {
        Home = catalogue.HallName(call.Ticket.Home),
    };
}
