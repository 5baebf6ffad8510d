using System.Globalization;

namespace Yihao.Rules.Tests;

/// <summary>Commands as they are written in a script.</summary>
internal static class Spoken
{
    public static HallCommand Command(List<string> words, HallScript script)
    {
        // What follows "because" is the reason, however many words it has.
        var because = words.IndexOf("because");
        var reason = because < 0 ? string.Empty : string.Join(' ', words[(because + 1)..]);
        var said = because < 0 ? words : words[..because];
        TicketKey Key(string number) => script.KeyOf(number);
        return said switch
        {
            ["take", .. var what] => Take(what),
            ["cancel", var number] => new CancelTicket(Key(number)),
            ["return", var number] => new ReturnTicket(Key(number)),
            ["pass"] => new PassTime(),
            ["power-back"] => new ResumeHall(),
            ["open", var window, var clerk] => new OpenWindow(window, clerk),
            ["call", var window] => new CallNext(window, false),
            ["call", var window, "finish"] => new CallNext(window, true),
            ["call", var window, var number] => new CallTicket(window, Key(number), reason),
            ["recall", var window] => new RecallTicket(window),
            ["start", var window] => new StartTicket(window),
            ["finish", var window] => new FinishTicket(window, null),
            ["miss", var window] => new MissTicket(window),
            ["hold", var window] => new HoldTicket(window, null),
            ["hold", var window, var number] => new HoldTicket(window, Key(number)),
            ["release", var window] => new ReleaseTicket(window),
            ["transfer", var window, .. var where] => Transfer(window, where, reason, Key),
            ["pause", var window] => new PauseWindow(window, new Pause(reason, null)),
            ["resume", var window] => new ResumeWindow(window),
            ["close", var window] => new CloseWindow(window),
            ["lose", var window] => new LoseClerk(window),
            ["standby", var clerk] => new StandBy(clerk),
            ["standdown", var clerk] => new StandDown(clerk),
            ["rest", var window, var seconds] =>
                new SetRest(window, TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))),
            ["accept", var window] => new AcceptOffer(window),
            ["decline", var window] => new DeclineOffer(window, reason),
            ["silent", var window] => new MissSigns(window),
            ["heard", var window] => new HearSigns(window),
            ["take-away", var number] => new TakeAway(Key(number), reason),
            ["send", var window, "to", var hall] =>
                new SendTicket(window, null, hall, null, reason, $"move-{script.Hall.Seq}"),
            ["send", var window, var number, "to", var hall] =>
                new SendTicket(window, Key(number), hall, null, reason, $"move-{script.Hall.Seq}"),
            ["booths", var booths] => new PlanHall(
                script.Hall.Plan with { Booths = int.Parse(booths, CultureInfo.InvariantCulture) }),
            ["shut"] => new PlanHall(script.Hall.Plan with { Open = false }),
            _ => SpokenBetweenHalls.Command(said, script),
        };
    }

    private static TakeNumber Take(List<string> what) => what switch
    {
        [] => new TakeNumber(MatterPlan.None, TicketClass.Normal, null),
        ["priority", .. var why] => new TakeNumber(MatterPlan.None, TicketClass.Priority, Only(why)),
        ["appointment"] => new TakeNumber(MatterPlan.None, TicketClass.Appointment, null),
        [var matter] => new TakeNumber(matter, TicketClass.Normal, null),
        [var matter, "priority", .. var why] => new TakeNumber(matter, TicketClass.Priority, Only(why)),
        [var matter, "appointment"] => new TakeNumber(matter, TicketClass.Appointment, null),
        _ => throw new InvalidOperationException($"cannot take {string.Join(' ', what)}"),
    };

    private static TransferTicket Transfer(
        string window, List<string> where, string reason, Func<string, TicketKey> key)
    {
        TicketKey? ticket = null;
        string? matter = null, toWindow = null;
        for (var i = 0; i < where.Count; i++)
        {
            if (where[i] == "window")
                toWindow = where[++i];
            else if (where[i] == "matter")
                matter = where[++i];
            else
                ticket = key(where[i]);
        }

        return new(window, ticket, matter, toWindow, reason);
    }

    private static string? Only(List<string> words) => words.Count == 0 ? null : words[0];
}
