namespace Yihao.Simulation.Tests;

/// <summary>
/// The one thread of one activation: what is ready waits here until the run takes it, in any order, because a hall may
/// not depend on the order in which the tasks it awaits come back.
/// </summary>
internal sealed class Loop : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Callback, object? State)> ready = [];

    public int Ready => ready.Count;

    /// <summary>The process is gone: nothing of it ever runs again.</summary>
    public bool IsDead { get; private set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!IsDead)
            ready.Add((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new InvalidOperationException("nothing in a hall waits for a thread");

    /// <summary>Runs something new as if a message had come in.</summary>
    public void Run(Action turn)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            turn();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public void RunOne(Chance chance)
    {
        var at = chance.Below(ready.Count);
        var (callback, state) = ready[at];
        ready.RemoveAt(at);
        Run(() => callback(state));
    }

    public void Kill()
    {
        IsDead = true;
        ready.Clear();
    }
}
