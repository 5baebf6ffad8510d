using Yihao.Contracts;
using Yihao.Rules;

namespace Yihao.Grains.Halls.Views;

/// <summary>The hall as a whole: for lists, stations and screens.</summary>
internal sealed class HallViews(HallCatalogue catalogue, WindowViews windows, TicketViews tickets)
{
    public HallSummary Summary(Hall hall)
    {
        var definition = catalogue.Definition;
        return new(
            definition.Hall,
            definition.Name,
            definition.NameEn,
            HallCatalogue.Camel(definition.Level.ToString()),
            definition.Parent,
            hall.Plan.Open,
            hall.Lines.Count,
            hall.Windows.Count(w => w.Staffing is Staffing.Open),
            TicketViews.Estimate(WaitEstimate.OfNewcomer(hall)));
    }

    public HallView View(Hall hall) => new(
        Summary(hall),
        hall.Day,
        [.. catalogue.Definition.Areas.Select(a => new AreaView(a.Area, a.Name))],
        [.. Enum.GetValues<TicketClass>().Select(c =>
            new ClassView(Wire.Of(c), (int)hall.Settings.HeadStartOf(c).TotalMinutes))],
        [.. hall.Windows.Select(w => windows.View(hall, w))]);

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

    private static CallView Call(Hall hall, ShownCall call) => new(
        call.Seq,
        hall.Clock.Local(call.At),
        call.Kind,
        call.Ticket.IdIn(hall.Plan.Hall),
        call.Ticket.Shown,
        call.Window,
        hall.Ticket(call.Ticket) is { } ticket ? Wire.Of(ticket.State) : "done");
}
