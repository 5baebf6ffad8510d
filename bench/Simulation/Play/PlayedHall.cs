using Yihao.Simulation.Clock;

namespace Yihao.Simulation.Play;

/// <summary>
/// The owner of one hall, as a grain is, without ledger: the rules decide, the events are applied, and heard by whoever
/// listens. One thread at a time.
/// </summary>
internal sealed class PlayedHall
{
    private static readonly IReadOnlyList<HallEvent> Nothing = [];

    private static readonly React React = new();

    public PlayedHall(HallPlan plan)
    {
        Hall = Hall.Begin(new Recorded(Span.Instant(0), new HallPlanned(plan), null));
        Do(new PassTime(), 0);
    }

    public Hall Hall { get; }

    /// <summary>Commands that the rules were asked to decide.</summary>
    public long Decided { get; private set; }

    /// <summary>Hears every event before it is applied, with the hall as it was when it was decided.</summary>
    public Action<HallEvent, long>? Heard { get; set; }

    /// <summary>The events of the command; none when it was refused or had nothing to do.</summary>
    public IReadOnlyList<HallEvent> Do(HallCommand command, long now)
    {
        Decided++;
        var at = Decide.TimeIn(Hall, Span.Instant(now));
        if (Decide.On(Hall, command, null, at) is not Decision.Accept accepted)
            return Nothing;
        foreach (var happened in accepted.Events)
        {
            Heard?.Invoke(happened, now);
            Hall.Apply(new Recorded(at, happened, null));
        }

        return accepted.Events;
    }

    /// <summary>The same, and what follows from it at once, as the owner of a hall asks in the same turn.</summary>
    public IReadOnlyList<HallEvent> DoAndReact(HallCommand command, long now)
    {
        var events = Do(command, now);
        if (events.Count == 0 && command is not PassTime)
            return events;
        for (var more = Do(React, now); more.Count > 0; more = Do(React, now))
            events = [.. events, .. more];
        return events;
    }

    /// <summary>As <see cref="Do"/>, for a command that cannot be refused unless the simulation is wrong.</summary>
    public IReadOnlyList<HallEvent> Must(HallCommand command, long now)
    {
        var events = Do(command, now);
        return events.Count > 0
            ? events
            : throw new InvalidOperationException($"{Hall.Plan.Hall} at {Span.Instant(now):T}: {command} did nothing: "
                + Decide.On(Hall, command, null, Decide.TimeIn(Hall, Span.Instant(now))));
    }
}
