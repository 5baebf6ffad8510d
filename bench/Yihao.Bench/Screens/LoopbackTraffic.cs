using System.Globalization;

namespace Yihao.Bench.Screens;

/// <summary>What went over the loopback interface, headers included, as Linux counts it.</summary>
internal static class LoopbackTraffic
{
    /// <summary>Bytes since the machine was started; each is counted once.</summary>
    public static long Bytes()
    {
        const string Interface = "lo:";
        var line = File.ReadLines("/proc/net/dev").Select(l => l.Trim())
            .First(l => l.StartsWith(Interface, StringComparison.Ordinal));
        return long.Parse(
            line[Interface.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0],
            CultureInfo.InvariantCulture);
    }
}
