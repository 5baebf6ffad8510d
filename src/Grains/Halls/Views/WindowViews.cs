using Yihao.Contracts;
using Yihao.Grains.Network;
using Yihao.Rules;

namespace Yihao.Grains.Halls.Views;

/// <summary>Windows as the wire shows them.</summary>
internal sealed class WindowViews(HallCatalogue catalogue)
{
    private static readonly List<Window> _none = [];

    private static readonly Dictionary<WindowKind, string> _kinds =
        Enum.GetValues<WindowKind>().ToDictionary(kind => kind, kind => HallCatalogue.Camel(kind.ToString()));

    public WindowView View(Hall hall, Window window)
    {
        var definition = catalogue.WindowOf(window.Id);
        var standsInFor = StandsInFor(hall, window);
        var inHand = window.InHand is { } ticket ? InHand(hall, ticket) : null;
        return new(
            window.Id,
            KindOf(window),
            NameOf(window),
            definition?.Domains ?? [],
            definition?.Matters ?? [],
            Wire.Of(window.State),
            window.Staffing is Staffing.Open { PauseWish: not null },
            PauseOf(hall, window),
            window.Staffing.AtIt,
            window.Staffing.PostOf is { } post ? Wire.Of(post) : null,
            inHand?.Ticket,
            inHand,
            standsInFor.Count == 0 ? [] : [.. standsInFor.Select(w => w.Id)],
            new PostsView(window.Plan.PostA, window.Plan.PostsB))
        {
            Servable = hall.Lines.CountFor(window),
            Offer = window.Offer is { } offer ? OfferOf(hall, offer) : null,
            CoveredBy = window.CoveredBy,
            Covers = standsInFor.Count == 0 ? [] : [.. standsInFor.Select(w => Cover(hall, w))],
            ReroutedTo = window.Rerouted.To,
            RestSeconds = (int)window.Rest.TotalSeconds,
            Silent = window.IsSilent,
            Declined = window.Declined,
            Lapsed = window.Lapsed,
            RemoteDesk = window.Plan.RemoteDesk,
            Returning = (window.Staffing as Staffing.Open)?.Returning,
            RemoteHall = catalogue.HallName((window.Staffing as Staffing.Remote)?.Helper),
        };
    }

    public ScreenWindow OnScreen(Window window) => new(
        window.Id,
        KindOf(window),
        NameOf(window),
        Wire.Of(window.State),
        window.InHand?.Key.Shown)
    {
        Home = catalogue.HallName(window.InHand?.Key.Home),
        CoveredBy = window.CoveredBy,
        Helper = catalogue.HallName((window.Staffing as Staffing.Remote)?.Helper),
        ByCamera = window.InHand?.Loan is not null,
    };

    private string KindOf(Window window) => window.IsBooth
        ? "booth"
        : _kinds[catalogue.WindowOf(window.Id)?.Kind ?? WindowKind.General];

    private string NameOf(Window window) =>
        window.IsBooth ? $"{window.Id[1..]} 号远程席" : catalogue.WindowOf(window.Id)?.Name ?? window.Id;

    /// <summary>Windows whose line is called to this one, wholly or in part.</summary>
    private static List<Window> StandsInFor(Hall hall, Window window)
    {
        List<Window>? away = null;
        // By place: every answer to a clerk walks them.
        for (var i = 0; i < hall.Windows.Count; i++)
        {
            var other = hall.Windows[i];
            if (other.CoveredBy == window.Id || (other.Rerouted.To.Count > 0 && other.Rerouted.To.Contains(window.Id)))
                (away ??= []).Add(other);
        }

        return away ?? _none;
    }

    private CoverView Cover(Hall hall, Window away) => new(
        away.Id,
        NameOf(away),
        Absence.CauseOf(away) is { } cause ? HallCatalogue.Camel(cause.ToString()) : null,
        hall.Lines.CountFor(away))
    {
        Rerouted = away.CoveredBy is null,
    };

    private OfferView OfferOf(Hall hall, Ticket ticket)
    {
        var offered = (TicketPhase.Offered)ticket.Phase;
        return new(
            ticket.Key.IdIn(hall.Plan.Hall),
            ticket.Key.Shown,
            TicketViews.NullIfNone(ticket.Matter),
            catalogue.MatterName(ticket.Matter),
            Wire.Of(ticket.Class),
            hall.Clock.Local(ticket.Arrival),
            hall.Clock.Local(offered.Since),
            hall.Clock.Local(offered.Until),
            ticket.Key.Home,
            catalogue.HallName(ticket.Key.Home));
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
            Math.Max(0, hall.Settings.CallsBeforeNoShow - call.Calls))
        {
            Home = ticket.Key.Home,
            HomeName = catalogue.HallName(ticket.Key.Home),
            ByCamera = ticket.Loan is not null,
        };
    }
}
