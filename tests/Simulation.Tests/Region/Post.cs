using Yihao.Contracts;
using Yihao.Grains.Halls;

namespace Yihao.Simulation.Tests.Region;

/// <summary>The network between halls: every message waits here until the run delivers it, in any order.</summary>
internal sealed class Post(Chance chance, TimeProvider time)
{
    /// <summary>As long as a call between grains waits.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(2);

    private readonly List<Action> mail = [];

    /// <summary>How often a message or its answer is lost, or comes twice, in percent.</summary>
    public double Trouble { get; set; } = 8;

    public bool HasMail => mail.Count > 0;

    public int Sent { get; private set; }

    public void DeliverOne()
    {
        var at = chance.Below(mail.Count);
        var letter = mail[at];
        mail.RemoveAt(at);
        letter();
    }

    public Task<T> Send<T>(RegionHall to, Func<OpenHall, Task<T>> ask)
    {
        Sent++;
        // Not asynchronously: what waits for it goes on in its own loop, never on a thread of the pool.
        var answer = new TaskCompletionSource<T>();
        mail.Add(() => Deliver(to, ask, answer));
        if (chance.Percent(Trouble))
            mail.Add(() => Deliver(to, ask, new TaskCompletionSource<T>()));
        return answer.Task.WaitAsync(ResponseTimeout, time);
    }

    /// <summary>One-way: it comes at once or never, so that a flood of reports does not bury what matters.</summary>
    public Task Report(RegionHall to, StarvingReport report)
    {
        if (!chance.Percent(Trouble) && to.AnyUp(chance) is { } node)
            node.Loop.Post(_ => node.Open.Tiers.Hear(report), null);
        return Task.CompletedTask;
    }

    private void Deliver<T>(RegionHall to, Func<OpenHall, Task<T>> ask, TaskCompletionSource<T> answer)
    {
        if (chance.Percent(Trouble) || to.AnyUp(chance) is not { } node)
            mail.Add(() => answer.TrySetException(new TimeoutException("lost on the way there")));
        else
            node.Serve(ask, done => mail.Add(() => Back(done, answer)));
    }

    private void Back<T>(Task<T> done, TaskCompletionSource<T> answer)
    {
        if (chance.Percent(Trouble) || !done.IsCompletedSuccessfully)
            answer.TrySetException(new TimeoutException("lost on the way back"));
        else
            answer.TrySetResult(done.Result);
    }
}
