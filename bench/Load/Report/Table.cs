using Yihao.Load.Lives;

namespace Yihao.Load.Report;

/// <summary>Percentiles in lines.</summary>
internal static class Table
{
    public static void Print(TextWriter output, string title, IReadOnlyDictionary<string, Percentiles> rows)
    {
        output.WriteLine($"{title,-14}     p50       p90       p99     p99.9       max");
        foreach (var (name, took) in rows)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{name,-14}{took.P50,8:F2}  {took.P90,8:F2}  {took.P99,8:F2}  {took.P999,8:F2}  {took.Max,8:F2}"));
        }
    }
}
