namespace Yihao.Rules;

/// <summary>A window as plain values.</summary>
public sealed record WindowImage(
    WindowPlan Plan,
    Staffing Staffing,
    TicketKey? InHand,
    int HeadStartsInRow,
    bool TookOldest,
    bool IsBooth = false,
    TicketKey? Offer = null,
    string? CoveredBy = null,
    Rerouting? Rerouted = null,
    DateTimeOffset? LeftAt = null,
    bool FromStandby = false,
    DateTimeOffset FreeSince = default,
    DateTimeOffset OfferFrom = default,
    TimeSpan Rest = default,
    int Declined = 0,
    int Lapsed = 0,
    bool IsSilent = false,
    bool IdleNoticed = false,
    string? Asking = null,
    int OwnCalls = 0)
{
    public static WindowImage Of(Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new(
            window.Plan,
            window.Staffing,
            window.InHand?.Key,
            window.HeadStartsInRow,
            window.TookOldest,
            window.IsBooth,
            window.Offer?.Key,
            window.CoveredBy,
            window.Rerouted,
            window.LeftAt,
            window.FromStandby,
            window.FreeSince,
            window.OfferFrom,
            window.Rest,
            window.Declined,
            window.Lapsed,
            window.IsSilent,
            window.IdleNoticed,
            window.Asking,
            window.OwnCalls);
    }
}
