using System.Diagnostics;

namespace Yihao.Cluster.Tests.Faults.Load;

/// <summary>The one monotonic clock of a run.</summary>
internal sealed class RunClock
{
    private readonly long begun = Stopwatch.GetTimestamp();

    public TimeSpan Now => Stopwatch.GetElapsedTime(begun);
}
