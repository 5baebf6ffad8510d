namespace Yihao.Simulation.Tests;

/// <summary>The time of the whole run; a node may see it a little off.</summary>
internal sealed class VirtualClock(DateTimeOffset start)
{
    public DateTimeOffset Now { get; private set; } = start;

    public void Advance(TimeSpan span) => Now += span;

    public TimeProvider SeenWith(TimeSpan skew) => new Seen(this, skew);

    private sealed class Seen(VirtualClock clock, TimeSpan skew) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.Now + skew;

        /// <summary>
        /// Stands still, so that no subscription runs out: screens lose their messages in other ways.
        /// </summary>
        public override long GetTimestamp() => 0;
    }
}
