using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Yihao.Cluster.Tests.Faults.Trouble;

namespace Yihao.Cluster.Tests.Faults.Figures;

/// <summary>From a fault on the node of a screen or page until it had joined a node again, by kind of fault.</summary>
internal sealed class MoveTable
{
    private readonly ConcurrentQueue<(string Kind, TimeSpan Length)> samples = new();
    private readonly ConcurrentQueue<string> tooLong = new();

    /// <summary>Screens and pages that were without a node for longer than their fault allows.</summary>
    public IReadOnlyCollection<string> TooLong => tooLong;

    public void Add(Fault fault, IReadOnlyDictionary<string, TimeSpan> moves)
    {
        foreach (var (page, length) in moves)
        {
            samples.Enqueue((fault.Kind, length));
            if (length > fault.LongestMove)
                tooLong.Enqueue($"{page} {length}, at most {fault.LongestMove}: {fault}");
        }
    }

    public string Write()
    {
        var table = new StringBuilder("time until a screen or page had a node again, in seconds\n");
        table.AppendLine(CultureInfo.InvariantCulture, $"  {"fault",-16} {Percentiles.Head}");
        foreach (var kind in samples.GroupBy(s => s.Kind))
        {
            var row = Percentiles.Of(kind.Select(s => s.Length));
            table.AppendLine(CultureInfo.InvariantCulture, $"  {kind.Key,-16} {row}");
        }

        return table.ToString().TrimEnd();
    }
}
