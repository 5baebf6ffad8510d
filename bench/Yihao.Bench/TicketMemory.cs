using System.Globalization;

namespace Yihao.Bench;

/// <summary>What a waiting ticket costs in memory, everything in the hall counted that grows with it.</summary>
internal static class TicketMemory
{
    public static void Measure(TextWriter output)
    {
        output.WriteLine("waiting,bytesPerTicket");
        foreach (var waiting in new[] { 10_000, 100_000, 1_000_000 })
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var hall = new CrowdedHall(waiting);
            var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
            if (hall.Hall.Lines.Count != waiting)
                throw new InvalidOperationException("somebody left");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{waiting},{bytes / (double)waiting:F0}"));
        }
    }
}
