namespace Yihao.Simulation.Tests;

/// <summary>The time of the whole run; a node may see it a little off.</summary>
internal sealed class VirtualClock(DateTimeOffset start)
{
    private readonly List<Alarm> alarms = [];

    public DateTimeOffset Now { get; private set; } = start;

    public void Advance(TimeSpan span)
    {
        Now += span;
        foreach (var due in alarms.Where(a => a.At <= Now).OrderBy(a => a.At).ToList())
        {
            alarms.Remove(due);
            due.Ring();
        }
    }

    /// <param name="ticks">
    /// False: its stopwatch stands still, so that no subscription runs out; screens lose messages in other ways.
    /// </param>
    public TimeProvider SeenWith(TimeSpan skew, bool ticks = false) => new Seen(this, skew, ticks);

    private sealed class Seen(VirtualClock clock, TimeSpan skew, bool ticks) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.Now + skew;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks ? clock.Now.UtcTicks : 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
                throw new NotSupportedException("nothing in a hall repeats by itself");
            var alarm = new Alarm(clock, callback, state);
            alarm.Change(dueTime, period);
            return alarm;
        }
    }

    private sealed class Alarm(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.alarms.Remove(this);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            At = clock.Now + dueTime;
            clock.alarms.Add(this);
            return true;
        }

        public void Dispose() => clock.alarms.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
