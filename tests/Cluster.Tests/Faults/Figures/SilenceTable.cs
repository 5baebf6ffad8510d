using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Yihao.Cluster.Tests.Faults.Trouble;

namespace Yihao.Cluster.Tests.Faults.Figures;

/// <summary>
/// How long halls gave no answer, by kind of fault: those that lived on the node in trouble, and all.
/// </summary>
internal sealed class SilenceTable
{
    private readonly ConcurrentQueue<(string Kind, bool Owned, TimeSpan Silence)> samples = new();

    private readonly ConcurrentQueue<string> tooLong = new();

    /// <summary>Halls that lived on a node in trouble and were silent for longer than its fault allows.</summary>
    public IReadOnlyCollection<string> TooLong => tooLong;

    /// <param name="owned">Halls that lived on the node in trouble; all when it was every node.</param>
    public void Add(Fault fault, IReadOnlyDictionary<string, Silence> silences, IReadOnlySet<string> owned)
    {
        foreach (var (hall, silence) in silences)
        {
            samples.Enqueue((fault.Kind, owned.Contains(hall), silence.Length));
            if (owned.Contains(hall) && silence.Length > fault.MostSilence)
                tooLong.Enqueue($"{hall} {silence.Length}, at most {fault.MostSilence}: {fault}");
        }
    }

    public string Write()
    {
        var table = new StringBuilder("time without answers per hall, in seconds\n");
        table.AppendLine(CultureInfo.InvariantCulture, $"  {"fault",-16} {"halls",-6} {Percentiles.Head}");
        foreach (var kind in samples.Select(s => s.Kind).Distinct())
        {
            Row(table, kind, "owned", [.. Of(kind).Where(s => s.Owned).Select(s => s.Silence)]);
            Row(table, kind, "all", [.. Of(kind).Select(s => s.Silence)]);
        }

        return table.ToString().TrimEnd();
    }

    private static void Row(StringBuilder table, string kind, string halls, IReadOnlyList<TimeSpan> silences)
    {
        if (silences.Count > 0)
            table.AppendLine(
                CultureInfo.InvariantCulture, $"  {kind,-16} {halls,-6} {Percentiles.Of(silences)}");
    }

    private IEnumerable<(string Kind, bool Owned, TimeSpan Silence)> Of(string kind) =>
        samples.Where(s => s.Kind == kind);
}
