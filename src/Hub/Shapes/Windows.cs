using Yihao.Contracts;

namespace Yihao.Hub.Shapes;

internal sealed record ShownWindow(
    string Window,
    string Kind,
    string Name,
    IReadOnlyList<string> Domains,
    IReadOnlyList<string> Matters,
    string State,
    bool PauseRequested,
    PauseView? Pause,
    string? Clerk,
    string? Post,
    string? Ticket,
    InHandView? InHand,
    IReadOnlyList<string> Covering,
    PostsView Posts,
    AsOf AsOf)
{
    /// <summary>How many wait whom this window may serve with the clerk now at it.</summary>
    public int Servable { get; init; }

    /// <summary>What it is asked to take; null when nothing.</summary>
    public OfferView? Offer { get; init; }

    /// <summary>The window whose deputy covers this one; null when nobody does.</summary>
    public string? CoveredBy { get; init; }

    /// <summary>The windows that this one covers, with their waits.</summary>
    public IReadOnlyList<CoverView> Covers { get; init; } = [];

    /// <summary>Windows that take the matters nobody else serves, while its clerk is away without a deputy.</summary>
    public IReadOnlyList<string> ReroutedTo { get; init; } = [];

    /// <summary>Time the clerk wants between two tickets that are offered.</summary>
    public int RestSeconds { get; init; }

    /// <summary>No sign of the clerk for a moment.</summary>
    public bool Silent { get; init; }

    /// <summary>Offers of the day that were declined.</summary>
    public int Declined { get; init; }

    /// <summary>Offers of the day that nobody took in time.</summary>
    public int Lapsed { get; init; }

    /// <summary>It serves citizens of other halls first.</summary>
    public bool RemoteDesk { get; init; }

    /// <summary>A first clerk who sits down again after the ticket in hand.</summary>
    public string? Returning { get; init; }

    /// <summary>Of a booth: the hall whose clerk serves there now.</summary>
    public string? RemoteHall { get; init; }

    public static ShownWindow Of(WindowView window, AsOf asOf) => new(
        window.Window, window.Kind, window.Name, window.Domains, window.Matters, window.State, window.PauseRequested,
        window.Pause, window.Clerk, window.Post, window.Ticket, window.InHand, window.Covering, window.Posts, asOf)
    {
        Servable = window.Servable,
        Offer = window.Offer,
        CoveredBy = window.CoveredBy,
        Covers = window.Covers,
        ReroutedTo = window.ReroutedTo,
        RestSeconds = window.RestSeconds,
        Silent = window.Silent,
        Declined = window.Declined,
        Lapsed = window.Lapsed,
        RemoteDesk = window.RemoteDesk,
        Returning = window.Returning,
        RemoteHall = window.RemoteHall,
    };
}

/// <param name="Ticket">Null when nobody was called.</param>
/// <param name="Reason">Why nobody was called: <c>nobody-waiting</c> or <c>window-paused</c>.</param>
internal sealed record CalledTicket(string? Ticket, string? Number, string? Reason, ShownWindow Window, AsOf AsOf)
{
    public static CalledTicket Of(WindowAnswer answer, AsOf asOf) =>
        new(answer.Ticket, answer.Number, answer.Reason, ShownWindow.Of(answer.Window, asOf), asOf);
}

/// <param name="Waiting">How many wait in the hall, by class.</param>
/// <param name="Servable">How many of them this window may serve; null when the hall does not say.</param>
internal sealed record ShownQueue(IReadOnlyList<ClassCount> Waiting, int? Servable);

/// <summary>Somebody stands in for the clerk of a window, or does not any more.</summary>
/// <param name="Window">The window whose clerk is away.</param>
/// <param name="Cause">Why: <c>pause</c>, <c>signOff</c> or <c>lost</c>; null when it is not known any more.</param>
/// <param name="Waiting">How many waited for it when this was said; the window's covers have it as it is now.</param>
/// <param name="By">The window to which its line is called: itself when a deputy sat down there.</param>
/// <param name="Active">False when it is over.</param>
internal sealed record ShownCover(string Window, string Name, string? Cause, int Waiting, string By, bool Active)
{
    public static IEnumerable<ShownCover> AllIn(HallView hall) =>
        from window in hall.Windows
        from cover in window.Covers
        select new ShownCover(cover.Window, cover.Name, cover.Cause, cover.Waiting, window.Window, true);
}
