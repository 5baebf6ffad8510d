using Yihao.Contracts;

namespace Yihao.Simulation.Tests;

/// <summary>
/// A screen that follows the hall by the rule of the contract over a bad line: messages get lost, come twice and in any
/// order, also from activations that are long gone.
/// </summary>
internal sealed class Screen(World world, string name) : IHallObserver
{
    private readonly List<(string? Ledger, long After, object Message)> inbox = [];

    public string Name => name;

    public string? Ledger { get; private set; }

    public long UpTo { get; private set; }

    /// <summary>It saw a gap, or has just been switched on.</summary>
    public bool MustFollow { get; private set; } = true;

    public bool HasMail => inbox.Count > 0;

    public int Shown { get; private set; }

    public Task Publish(HallEvents events)
    {
        var trouble = world.Ledger.Trouble;
        if (!world.Chance.Percent(trouble))
            inbox.Add((null, 0, events));
        if (world.Chance.Percent(trouble))
            inbox.Add((null, 0, events));
        return Task.CompletedTask;
    }

    /// <summary>An answer to what it asked when it had this ledger up to there.</summary>
    public void Receive(string? ledger, long after, Subscribed answer) => inbox.Add((ledger, after, answer));

    public void Open()
    {
        var at = world.Ledger.Trouble == 0 || world.Chance.Percent(80) ? 0 : world.Chance.Below(inbox.Count);
        var (ledger, after, message) = inbox[at];
        inbox.RemoveAt(at);
        switch (message)
        {
            case HallEvents events:
                Take(events);
                break;
            case CaughtUp caughtUp:
                MustFollow = false;
                Take(caughtUp.Missed);
                break;
            case Reset reset:
                MustFollow = false;
                Take(reset, ledger, after);
                break;
        }
    }

    private void Take(HallEvents events)
    {
        if (!world.Bugs.HasFlag(Bugs.ScreenTakesAll))
        {
            if (events.Ledger != Ledger || events.After > UpTo)
            {
                MustFollow = true;
                return;
            }

            if (events.UpTo <= UpTo)
                return;
        }

        ScreenEvent[] shown = [.. events.Events.Where(e => world.Bugs.HasFlag(Bugs.ScreenTakesAll) || e.Seq > UpTo)];
        VisibleEvents.Compare(world.Auditor.DurableEvents, UpTo, events.UpTo, shown);
        Shown += shown.Length;
        UpTo = events.UpTo;
    }

    /// <summary>
    /// A restart alone never resets a screen: only a new ledger does, or being more than 1,000 behind.
    /// </summary>
    private void Take(Reset reset, string? ledger, long after)
    {
        var picture = reset.Picture;
        if (picture.Seq > world.Auditor.DurableEvents.Count)
            throw new BrokenPromiseException($"{name} got a picture at {picture.Seq}, which is not durable");
        if (ledger == picture.Ledger && picture.Seq - after <= 1_000)
            throw new BrokenPromiseException($"{name} at {after} was reset to {picture.Seq} for nothing");
        if (Ledger is null || picture.Seq > UpTo)
            (Ledger, UpTo) = (picture.Ledger, picture.Seq);
    }
}
