using System.Globalization;

namespace Yihao.Bench;

/// <summary>
/// The targets of the rules as ratios: the same work among 100 and among many, and beside .NET's PriorityQueue, in
/// turns in one process and by its processor time, so that a busy machine falls on both sides alike.
/// </summary>
internal static class Ratios
{
    private const int Rounds = 9;

    private static readonly int[] Sizes = [100, 10_000, 100_000, 1_000_000];

    public static void Measure(TextWriter output)
    {
        List<(string What, int Waiting, Action Block, int Operations)> works = [];
        foreach (var size in Sizes)
        {
            var choice = new ChoiceBench { Waiting = size };
            choice.Setup();
            works.Add(("choice", size, () => Repeat(() => choice.Choice(), 500_000), 500_000));
            works.Add(Pair("queue", size, b => b.FillQueue(), b => b.Queue()));
            works.Add(Pair("lines", size, b => b.FillLines(), b => b.Lines()));
            works.Add(Pair("decided", size, b => b.Fill(), b => b.Decided()));
        }

        output.WriteLine("what,waiting,round,nanoseconds");
        var measured = works.ToDictionary(w => (w.What, w.Waiting), _ => new List<double>());
        for (var round = -3; round < Rounds; round++)
        {
            foreach (var (what, waiting, block, operations) in works)
            {
                var nanoseconds = Processor(block) / operations;
                if (round < 0)
                    continue;
                measured[(what, waiting)].Add(nanoseconds);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{what},{waiting},{round + 1},{nanoseconds:F1}"));
            }
        }

        RuleTargets.Tell(output, Summarize(output, measured));
    }

    private static (string, int, Action, int) Pair(
        string what, int waiting, Action<TakeAndCallBench> fill, Action<TakeAndCallBench> block)
    {
        var bench = new TakeAndCallBench { Waiting = waiting };
        fill(bench);
        return (what, waiting, () => block(bench), TakeAndCallBench.Pairs);
    }

    private static void Repeat(Action once, int times)
    {
        for (var i = 0; i < times; i++)
            once();
    }

    private static double Processor(Action block)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        block();
        return (Environment.CpuUsage.TotalTime - before).TotalNanoseconds;
    }

    private static List<RuleRatio> Summarize(
        TextWriter output, Dictionary<(string What, int Waiting), List<double>> measured)
    {
        List<RuleRatio> ratios = [];
        output.WriteLine();
        output.WriteLine("what,waiting,median ns,spread ns,to 100,to queue");
        foreach (var ((what, waiting), times) in measured)
        {
            var toHundred = Median(Divided(times, measured[(what, Sizes[0])]));
            var toQueue = Median(Divided(times, measured[("queue", waiting)]));
            ratios.Add(new(what, waiting, toHundred, toQueue));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what},{waiting},{Median(times):F0},{times.Min():F0}-{times.Max():F0},{toHundred:F2},{toQueue:F2}"));
        }

        return ratios;
    }

    private static List<double> Divided(List<double> times, List<double> by) =>
        [.. times.Zip(by, (one, other) => one / other)];

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
