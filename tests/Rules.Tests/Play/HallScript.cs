using System.Globalization;

namespace Yihao.Rules.Tests;

/// <summary>
/// A hall played from text, one command per line: <c>09:00 take tax priority elder => B001</c>. The time is the hall's
/// own, <c>+1 00:30</c> is the night of the next day; without a time the clock stands still. Behind the arrow stands
/// what must come of it: <c>ok</c>, a number (and the rule that chose it), <c>nobody</c>, <c>nothing</c>, or a
/// refusal's code (and <c>from</c> when it would be accepted); without one the command must be accepted. <c>see</c>
/// looks at the state, <c>then</c> names one of the events of the last command and what followed from it; <c>then
/// quiet</c>: nothing followed. Whatever is not accepted must leave the state as it was, letter by letter.
/// </summary>
internal sealed class HallScript
{
    private readonly HashSet<TicketKey> everTaken = [];
    private int before;

    public HallScript(HallPlan plan, string begin = "08:00")
    {
        Hall = Hall.Begin(new Recorded(Parse(plan, begin), new HallPlanned(plan), null));
        Now = Hall.LastAt;
        Do(new PassTime());
    }

    /// <summary>A decision is seen to change nothing, letter by letter: too slow for very many.</summary>
    public bool IsWatched { get; set; } = true;

    public Hall Hall { get; private set; }

    public DateTimeOffset Now { get; set; }

    /// <summary>Everything that happened, oldest first.</summary>
    public List<HallEvent> Happened { get; } = [];

    public HallScript Play(string script)
    {
        foreach (var line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                Line(line);
            }
            catch (Exception failure) when (failure is not HallScriptException)
            {
                throw new HallScriptException($"'{line}': {failure.Message}", failure);
            }
        }

        return this;
    }

    /// <summary>
    /// Does a command now, as an activation does it: a day that is over ends first, and what follows at once happens.
    /// </summary>
    public Decision Do(HallCommand command, Request? request = null)
    {
        var now = Decide.TimeIn(Hall, Now);
        if (command is not PassTime && Decide.DayIsOver(Hall, now))
            Do(new PassTime());
        var decision = DoAlone(command, request, now);
        if (decision is not Decision.Accept && command is not PassTime)
            return decision;
        for (var reactions = 0; DoAlone(new React(), null, now) is Decision.Accept; reactions++)
            Assert.True(reactions < 100, "one thing follows from another without end");
        PostInvariants.Settled(Hall, now);
        return decision;
    }

    private Decision DoAlone(HallCommand command, Request? request, DateTimeOffset now)
    {
        var picture = IsWatched ? Picture.Of(Hall) : null;
        var decision = Decide.On(Hall, command, request, now);
        Assert.Equal(picture, IsWatched ? Picture.Of(Hall) : null);
        if (decision is Decision.Accept accept)
            Apply(accept, request, now);
        return decision;
    }

    /// <summary>The hall goes down and is made again from its image, as after a power cut.</summary>
    public void Restart() => Hall = Picture.Restored(Hall);

    public Ticket Ticket(string number) => Hall.Ticket(KeyOf(number))
        ?? throw new InvalidOperationException($"there is no {number}");

    public TicketKey KeyOf(string number)
    {
        var known = Hall.Tickets.Where(t => t.Key.Shown == number).Select(t => t.Key).Order().ToList();
        return known.Count > 0
            ? known[^1]
            : new TicketKey(Hall.Day, number[0], int.Parse(number.AsSpan(1), CultureInfo.InvariantCulture));
    }

    public HallScript At(string time)
    {
        Now = Parse(Hall.Plan, time);
        return this;
    }

    private void Apply(Decision.Accept accept, Request? request, DateTimeOffset now)
    {
        Assert.NotEmpty(accept.Events);
        for (var i = 0; i < accept.Events.Count; i++)
        {
            if (accept.Events[i] is NumberTaken taken)
                Assert.True(everTaken.Add(taken.Ticket), $"{taken.Ticket.Shown} was given out twice");
            Hall.Apply(new Recorded(now, accept.Events[i], i == accept.Events.Count - 1 ? request : null));
        }

        Happened.AddRange(accept.Events);
        Invariants.Hold(Hall);
    }

    private void Line(string line)
    {
        var (said, expected) = line.Split("=>", StringSplitOptions.TrimEntries) is [var left, var right]
            ? (left, right)
            : (line, "ok");
        var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words[0][0] == '+')
        {
            At($"{words[0]} {words[1]}");
            words.RemoveRange(0, 2);
        }
        else if (words[0].Contains(':', StringComparison.Ordinal))
        {
            At(words[0]);
            words.RemoveAt(0);
        }

        if (words[0] == "see")
        {
            Sight.Check(this, words[1..]);
            return;
        }

        if (words[0] == "then")
        {
            var followed = Happened.Skip(before).Select(one => Trace.Of(one).TrimEnd()).ToList();
            if (said == "then quiet")
                Assert.Empty(followed.Skip(1));
            else
                Assert.Contains(said["then ".Length..], followed);
            return;
        }

        before = Happened.Count;
        Expectation.Check(expected, Do(Spoken.Command(words, this)), Hall);
    }

    private static DateTimeOffset Parse(HallPlan plan, string text)
    {
        var parts = text.Split(' ');
        var days = parts.Length == 2 ? int.Parse(parts[0], CultureInfo.InvariantCulture) : 0;
        var local = Plans.Day.AddDays(days).ToDateTime(TimeOnly.Parse(parts[^1], CultureInfo.InvariantCulture));
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(plan.Zone).GetUtcOffset(local));
    }
}

internal sealed class HallScriptException(string message, Exception inner) : Exception(message, inner);
