using System.Diagnostics;
using HdrHistogram;

namespace Yihao.Load.Lives;

/// <summary>How long one kind of step took: microseconds, three digits, to a minute. Any number of threads.</summary>
internal sealed class Latencies
{
    private const long LongestMicroseconds = 60_000_000;
    private readonly LongConcurrentHistogram histogram = new(1, LongestMicroseconds, 3);

    /// <param name="begun">Timestamp of the stopwatch.</param>
    public void Record(long begun) => Record(Stopwatch.GetElapsedTime(begun));

    public void Record(TimeSpan took) =>
        histogram.RecordValue(Math.Clamp((long)took.TotalMicroseconds, 1, LongestMicroseconds));

    public Percentiles Read() => histogram.TotalCount == 0
        ? new(0, 0, 0, 0, 0, 0)
        : new(histogram.TotalCount, At(50), At(90), At(99), At(99.9), At(100));

    private double At(double percentile) => histogram.GetValueAtPercentile(percentile) / 1000.0;
}

/// <summary>In milliseconds.</summary>
internal sealed record Percentiles(long Count, double P50, double P90, double P99, double P999, double Max);
