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
        TicketReleased e => $"released {Key(e.Ticket)} from {e.Window}: {e.Cause}",
        TicketCancelled e => $"cancelled {Key(e.Ticket)}",
        TicketExpired e => $"expired {Key(e.Ticket)}",
        TicketTransferred e => $"transferred {Key(e.Ticket)} from {e.Window ?? "the line"} to {e.SentTo ?? "all"}" +
            $" for '{e.Matter}': '{e.Reason}'{(e.StepDone ? ", step done" : string.Empty)}",
        WindowChanged e => $"window {e.Window} {e.Change} {e.Clerk} {e.Post} {e.Pause?.Reason}",
        DayOpened e => $"day {e.Day:MMdd}",
        NoticeGiven e => $"notice {e.Notice} {(e.Ticket is { } key ? Key(key) : string.Empty)}",
        HallResumed => "resumed",
        HallPlanned => "planned",
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

    public static string Key(TicketKey key) => $"{key.Day:MMdd}-{key.Shown}";

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
