using System.Globalization;

namespace Yihao.Cluster.Tests.Faults.Figures;

/// <summary>Columns of a table of spans: how many, and in seconds those that so much of them do not exceed.</summary>
internal static class Percentiles
{
    public static string Head { get; } =
        string.Create(CultureInfo.InvariantCulture, $"{"samples",7} {"p50",7} {"p99",7} {"worst",7}");

    /// <param name="spans">At least one.</param>
    public static string Of(IEnumerable<TimeSpan> spans)
    {
        TimeSpan[] sorted = [.. spans.Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sorted.Length,7} {At(sorted, 0.50),7:0.00} {At(sorted, 0.99),7:0.00} {sorted[^1].TotalSeconds,7:0.00}");
    }

    private static double At(TimeSpan[] sorted, double part) =>
        sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * part) - 1)].TotalSeconds;
}
