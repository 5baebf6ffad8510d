namespace Yihao.Load.Lives;

/// <summary>When a hall answered its caller: how long it was silent in between. Any number of threads.</summary>
/// <param name="begun">Timestamp of the stopwatch, as all here.</param>
internal sealed class HallAnswers(long begun)
{
    private readonly Lock gate = new();
    private readonly List<(long At, long Silent)> answers = [];
    private long last = begun;

    public void Answered(long at)
    {
        lock (gate)
        {
            answers.Add((at, at - last));
            last = at;
        }
    }

    /// <summary>How long the hall has not answered by now.</summary>
    public TimeSpan SilentBy(long now)
    {
        lock (gate)
            return Span(now - last);
    }

    /// <summary>
    /// The longest silence that had not ended before, in whole; the one that still goes on counts as long as it is by
    /// now.
    /// </summary>
    public TimeSpan LongestSince(long since, long now)
    {
        lock (gate)
            return Span(answers.Where(a => a.At >= since).Select(a => a.Silent).Append(now - last).Max());
    }

    private static TimeSpan Span(long ticks) => System.Diagnostics.Stopwatch.GetElapsedTime(0, ticks);
}
