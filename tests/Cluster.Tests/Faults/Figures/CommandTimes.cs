using System.Globalization;
using Yihao.Cluster.Tests.Checking;

namespace Yihao.Cluster.Tests.Faults.Figures;

/// <summary>How long workers waited for their commands, every repeat included.</summary>
internal static class CommandTimes
{
    public static string Of(History history)
    {
        var sorted = history.All<Attempted>().Where(a => a.Method == "POST" && a.Status != 0)
            .Select(a => (a.Returned - a.Invoked).TotalMilliseconds).Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"commands in ms, repeats included: p50 {At(sorted, 0.5):0}, p90 {At(sorted, 0.9):0}, "
            + $"p99 {At(sorted, 0.99):0}, worst {sorted[^1]:0}");
    }

    private static double At(double[] sorted, double part) => sorted[(int)((sorted.Length - 1) * part)];
}
