using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Evidence;

internal enum Stage
{
    /// <summary>Never heard of.</summary>
    Unknown,
    Line,
    Offered,
    Window,
    Held,
    Missed,
    Ended,

    /// <summary>Promised to another hall.</summary>
    Moving,

    /// <summary>Another hall has it.</summary>
    Moved,

    /// <summary>It was here on loan, and is at home again.</summary>
    BackHome,
}

/// <summary>Where one hall's events say that a ticket is.</summary>
/// <param name="Window">For <see cref="Stage.Window"/> and <see cref="Stage.Offered"/>.</param>
/// <param name="Loan">The loan under which it is a guest here.</param>
/// <param name="Move">For <see cref="Stage.Moving"/> and <see cref="Stage.Moved"/>.</param>
/// <param name="At">Since when.</param>
internal readonly record struct Spot(Stage Stage, DateTimeOffset At, string? Window, string? Loan, string? Move)
{
    /// <summary>This hall has it, and it is not done with.</summary>
    public bool IsAlive => Stage is Stage.Line or Stage.Offered or Stage.Window or Stage.Held or Stage.Missed;
}

/// <summary>
/// Follows the tickets of one hall by the names of the events alone, apart from the rules: a second opinion, so that a
/// mistake of the rules is not checked with itself.
/// </summary>
internal sealed class Whereabouts
{
    private readonly Dictionary<TicketKey, Spot> _spots = [];
    private readonly Dictionary<string, TicketKey> _inHand = [];

    public IReadOnlyDictionary<TicketKey, Spot> Spots => _spots;

    public Spot Of(TicketKey ticket) => _spots.GetValueOrDefault(ticket);

    public TicketKey? InHandOf(string window) => _inHand.TryGetValue(window, out var ticket) ? ticket : null;

    public static Whereabouts Of(HallLedger ledger)
    {
        var whereabouts = new Whereabouts();
        foreach (var recorded in ledger.Events)
        {
            if (recorded.Event is TicketEvent happened)
                whereabouts.Happen(happened, recorded.At);
        }

        return whereabouts;
    }

    public void Happen(TicketEvent happened, DateTimeOffset at)
    {
        var before = Of(happened.Ticket);
        if (before is { Stage: Stage.Window, Window: { } left } && InHandOf(left) == happened.Ticket)
            _inHand.Remove(left);
        var now = After(before, happened, at);
        _spots[happened.Ticket] = now;
        if (now is { Stage: Stage.Window, Window: { } hand })
            _inHand[hand] = happened.Ticket;
    }

    private static Spot After(Spot before, TicketEvent happened, DateTimeOffset at)
    {
        var (stage, window, move) = happened switch
        {
            GuestCame or NumberTaken => (Stage.Line, null, null),
            TicketCalled called => (Stage.Window, called.Window, null),
            TicketRecalled recalled => (Stage.Window, recalled.Window, null),
            TicketStarted started => (Stage.Window, started.Window, null),
            TicketOffered offered => (Stage.Offered, offered.Window, null),
            TicketHeld => (Stage.Held, null, null),
            TicketNoShow when before.Loan is null => (Stage.Missed, null, null),
            TicketFinished or TicketCancelled or TicketExpired => (Stage.Ended, null, null),
            MoveBegun begun => (Stage.Moving, null, begun.Move),
            TicketMoved moved => (Stage.Moved, null, moved.Move),
            _ => (before.Loan is null ? Stage.Line : Stage.BackHome, (string?)null, (string?)null),
        };
        return new(stage, at, window, happened is GuestCame came ? came.Loan : before.Loan, move);
    }
}
