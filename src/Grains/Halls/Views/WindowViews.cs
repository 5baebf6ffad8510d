using Yihao.Contracts;
using Yihao.Grains.Network;
using Yihao.Rules;

namespace Yihao.Grains.Halls.Views;

/// <summary>Windows as the wire shows them.</summary>
internal sealed class WindowViews(HallCatalogue catalogue)
{
    public WindowView View(Hall hall, Window window)
    {
        var definition = catalogue.WindowOf(window.Id);
        return new(
            window.Id,
            HallCatalogue.Camel((definition?.Kind ?? WindowKind.General).ToString()),
            definition?.Name ?? window.Id,
            definition?.Domains ?? [],
            definition?.Matters ?? [],
            Wire.Of(window.State),
            window.Staffing is Staffing.Open { PauseWish: not null },
            PauseOf(hall, window),
            window.Staffing.AtIt,
            window.Staffing.PostOf is { } post ? Wire.Of(post) : null,
            window.InHand?.Key.IdIn(hall.Plan.Hall),
            window.InHand is { } ticket ? InHand(hall, ticket) : null,
            [],
            new PostsView(window.Plan.PostA, window.Plan.PostsB))
        {
            Servable = hall.Lines.CountFor(window),
        };
    }

    public ScreenWindow OnScreen(Window window)
    {
        var definition = catalogue.WindowOf(window.Id);
        return new(
            window.Id,
            HallCatalogue.Camel((definition?.Kind ?? WindowKind.General).ToString()),
            definition?.Name ?? window.Id,
            Wire.Of(window.State),
            window.InHand?.Key.Shown);
    }

    private static PauseView? PauseOf(Hall hall, Window window)
    {
        var pause = window.Staffing switch
        {
            Staffing.Paused paused => paused.Pause,
            Staffing.Open open => open.PauseWish,
            _ => null,
        };
        return pause is null ? null : new(pause.Reason, pause.Until is { } until ? hall.Clock.Local(until) : null);
    }

    private InHandView InHand(Hall hall, Ticket ticket)
    {
        var call = ticket.Phase switch
        {
            TicketPhase.Called called => called,
            TicketPhase.Serving serving => serving.Call,
            _ => throw new InvalidOperationException($"{ticket.Key.Shown} in hand is {ticket.State}"),
        };
        var serve = ticket.Phase as TicketPhase.Serving;
        var recallable = serve is null or { Inferred: true };
        var noShowFrom = recallable ? CallTimes.NoShowFrom(hall, call) : null;
        return new(
            ticket.Key.IdIn(hall.Plan.Hall),
            ticket.Key.Shown,
            Wire.Of(ticket.State),
            TicketViews.NullIfNone(ticket.Matter),
            catalogue.MatterName(ticket.Matter),
            Wire.Of(ticket.Class),
            hall.Clock.Local(ticket.Arrival),
            hall.Clock.Local(call.LastAt),
            serve is null ? null : hall.Clock.Local(serve.Since),
            serve?.Inferred == true,
            call.Calls,
            recallable ? hall.Clock.Local(CallTimes.RecallFrom(hall, call)) : null,
            noShowFrom is { } from ? hall.Clock.Local(from) : null,
            Math.Max(0, hall.Settings.CallsBeforeNoShow - call.Calls));
    }
}
