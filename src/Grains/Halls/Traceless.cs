using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>
/// Requests that were answered without leaving a trace: refused, or nobody was there. A copy of one that comes late,
/// from a try whose caller has had that answer, must not be done after all. A later try of the same request may be: it
/// is asked by somebody who is there.
/// </summary>
internal sealed class Traceless(TimeProvider time)
{
    /// <summary>Longer than a node that stood still is a member, and than any door repeats a call.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private const int Most = 10_000;

    private readonly Dictionary<UInt128, (int Attempt, long At)> answered = [];
    private readonly Queue<(UInt128 Request, long At)> oldest = [];

    /// <summary>This try, or a later one, was answered a moment ago.</summary>
    public bool Had(UInt128 request, int attempt) =>
        answered.TryGetValue(request, out var last) && attempt <= last.Attempt
            && time.GetElapsedTime(last.At) < Kept;

    /// <summary>What a later try was told by whoever had the hall before.</summary>
    public void Restore(IEnumerable<(long Seq, Recorded Recorded)> recent)
    {
        foreach (var (_, recorded) in recent)
        {
            if (recorded.Event is RequestAnswered told)
                Answered(told.Asked.Key, told.Try);
            else if (recorded.Request is { } done)
                Done(done.Key);
        }
    }

    /// <summary>It has a trace now: copies get the same answer.</summary>
    public void Done(UInt128 request) => answered.Remove(request);

    public void Answered(UInt128 request, int attempt)
    {
        var now = time.GetTimestamp();
        var before = answered.GetValueOrDefault(request);
        answered[request] = (Math.Max(attempt, before.Attempt), now);
        oldest.Enqueue((request, now));
        while (oldest.TryPeek(out var first) && (oldest.Count > Most || time.GetElapsedTime(first.At, now) >= Kept))
        {
            oldest.Dequeue();
            if (answered.TryGetValue(first.Request, out var last) && last.At == first.At)
                answered.Remove(first.Request);
        }
    }
}
