using System.Globalization;
using System.Text;

namespace Yihao.Rules.Tests;

/// <summary>What happened, as short lines that a person can compare.</summary>
internal static class Trace
{
    public static string Of(HallEvent happened) => happened switch
    {
        NumberTaken e => $"taken {Key(e.Ticket)} {e.Class} '{e.Reason}' for '{e.Matter}' -{e.HeadStart.TotalMinutes}",
        TicketCalled e => $"called {Key(e.Ticket)} to {e.Window} by {e.Clerk}: {e.Rule} '{e.Reason}'",
        TicketRecalled e => $"recalled {Key(e.Ticket)} to {e.Window}",
        TicketStarted e => $"started {Key(e.Ticket)} at {e.Window}{(e.Inferred ? ", inferred" : string.Empty)}",
        TicketFinished e => $"finished {Key(e.Ticket)} at {e.Window} by {e.Clerk} '{e.Outcome}'",
        TicketNoShow e => $"no-show {Key(e.Ticket)} at {e.Window}",
        TicketReturned e => $"returned {Key(e.Ticket)} to {e.SentTo ?? "all"} as of {Time(e.Effective)}: {e.Cause}",
        TicketHeld e => $"held {Key(e.Ticket)} from {e.Window ?? "the line"} until {Time(e.Until)}",
        TicketReleased e => $"released {Key(e.Ticket)} from {e.Window}: {e.Cause}" +
            (e.SentTo is { } to ? $" to {to}" : string.Empty),
        TicketCancelled e => $"cancelled {Key(e.Ticket)}",
        TicketExpired e => $"expired {Key(e.Ticket)}",
        TicketTransferred e => $"transferred {Key(e.Ticket)} from {e.Window ?? "the line"} to {e.SentTo ?? "all"}" +
            $" for '{e.Matter}': '{e.Reason}'{(e.StepDone ? ", step done" : string.Empty)}",
        TicketOffered e => $"offered {Key(e.Ticket)} to {e.Window} until {Time(e.Until)}: {e.Rule}",
        OfferEnded e => $"offer of {Key(e.Ticket)} to {e.Window} ended: {e.Cause} '{e.Reason}'",
        GuestCame e => $"guest {Key(e.Ticket)} for '{e.Matter}' came {Time(e.Arrival)} as of {Time(e.Effective)}",
        MoveBegun e => $"move of {Key(e.Ticket)} from {e.Window ?? "the line"} to {e.To}" +
            $" for '{e.Matter}': '{e.Reason}'",
        TicketMoved e => $"moved {Key(e.Ticket)} to {e.To}",
        MoveFailed e => $"move of {Key(e.Ticket)} to {e.To} failed: {Code(e.Why)}",
        WindowCovered or WindowUncovered or MattersRerouted or StandbyChanged or RestSet or OverflowChanged
            or BoothTaken or BoothFreed or LoanRefused or LoanAsked or LoanWithdrawn or LoanSettled => Posts(happened),
        WindowChanged e => $"window {e.Window} {e.Change} {e.Clerk} {e.Post} {e.Pause?.Reason}",
        DayOpened e => $"day {e.Day:MMdd}",
        NoticeGiven e => $"notice {e.Notice} {(e.Ticket is { } key ? Key(key) : e.Window)}",
        HallResumed => "resumed",
        RequestAnswered e => $"answered at try {e.Try}",
        HallPlanned => "planned",
        _ => throw new InvalidOperationException($"no words for {happened.GetType().Name}"),
    };

    private static string Posts(HallEvent happened) => happened switch
    {
        WindowCovered e => $"covered {e.Window} at {e.By} by {e.Clerk}: {e.Cause}",
        WindowUncovered e => $"uncovered {e.Window} at {e.By}: {e.Cause}",
        MattersRerouted e => $"rerouted {e.Window} [{string.Join(' ', e.Matters)}]" +
            $" to [{string.Join(' ', e.To)}]: {e.Cause}",
        StandbyChanged e => $"standby {e.Clerk} {(e.Present ? "comes" : "goes")}",
        RestSet e => $"rest at {e.Window} {e.Rest.TotalSeconds} s",
        OverflowChanged e => $"overflow '{e.Matter}': {e.Cause?.ToString() ?? "over"}",
        BoothTaken e => $"booth {e.Booth} taken by {e.Helper}/{e.HelperWindow} {e.Clerk} for {e.Loan}",
        BoothFreed e => $"booth {e.Booth} freed of {e.Loan}",
        LoanRefused e => $"loan {e.Loan} refused",
        LoanAsked e => $"loan {e.Loan} asked of {e.Home} at {e.Window}",
        LoanWithdrawn e => $"loan {e.Loan} withdrawn",
        LoanSettled e => $"loan {e.Loan} settled",
        _ => throw new InvalidOperationException($"no words for {happened.GetType().Name}"),
    };

    public static string Of(Decision decision) => decision switch
    {
        Decision.Accept accept => string.Join('\n', accept.Events.Select(Of)),
        Decision.Refuse { From: { } from } refuse => $"{Code(refuse.Code)} from {Time(from)}",
        Decision.Refuse refuse => Code(refuse.Code),
        Decision.Repeat repeat => $"repeated {repeat.Outcome}",
        Decision.Nobody => "nobody",
        Decision.Nothing => "nothing",
        _ => throw new InvalidOperationException($"no words for {decision.GetType().Name}"),
    };

    public static string Key(TicketKey key) =>
        $"{key.Day:MMdd}-{key.Shown}{(key.Home is { } home ? $" of {home}" : string.Empty)}";

    /// <summary>To the tick: the order hangs on it.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>The stable code of the contract.</summary>
    public static string Code(Refusal refusal)
    {
        var code = new StringBuilder();
        foreach (var letter in refusal.ToString())
        {
            if (char.IsUpper(letter) && code.Length > 0)
                code.Append('-');
            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
