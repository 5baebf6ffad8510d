using System.Globalization;
using Yihao.Bench.Shared;

namespace Yihao.Bench;

/// <summary>What a waiting ticket costs in memory, everything in the hall counted that grows with it.</summary>
internal static class TicketMemory
{
    private const double MostBytes = 400;

    public static void Measure(TextWriter output)
    {
        output.WriteLine("waiting,bytesPerTicket");
        var most = 0.0;
        foreach (var waiting in new[] { 10_000, 100_000, 1_000_000 })
        {
            var each = BytesEach(waiting);
            most = Math.Max(most, each);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{waiting},{each:F0}"));
        }

        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"a waiting ticket, the most of them: {most:F0} bytes, {Verdict.AtMost(most, MostBytes)}"));
    }

    private static double BytesEach(int waiting)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var hall = new CrowdedHall(waiting);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        if (hall.Hall.Lines.Count != waiting)
            throw new InvalidOperationException("somebody left");
        return bytes / (double)waiting;
    }
}
