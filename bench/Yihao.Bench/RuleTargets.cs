using System.Globalization;
using Yihao.Bench.Shared;

namespace Yihao.Bench;

/// <summary>Of one kind of work at one size: the median of the rounds' ratios.</summary>
/// <param name="What">choice, queue, lines or decided.</param>
/// <param name="ToHundred">Against the same work among 100.</param>
/// <param name="ToQueue">Against PriorityQueue at the same size.</param>
internal sealed record RuleRatio(string What, int Waiting, double ToHundred, double ToQueue);

/// <summary>
/// The targets of the rules and whether they are met, by the worst size. What takes and calls is read in two ways, each
/// judged by both targets: the bare lines do what PriorityQueue does, the decided step all that a hall does.
/// </summary>
internal static class RuleTargets
{
    private const double MostChoice = 1.3;
    private const double MostGrowth = 2;
    private const double MostToQueue = 5;
    private const int Choices = 10_000;

    public static void Tell(TextWriter output, IReadOnlyList<RuleRatio> ratios)
    {
        output.WriteLine();
        Judge(output, "a choice, against 100 waiting", ratios, "choice", r => r.ToHundred, MostChoice);
        var bytes = BytesOfChoices();
        output.WriteLine($"a choice allocates nothing: {(bytes == 0 ? Verdict.Met : Verdict.NotMet)}, {bytes} bytes");
        foreach (var (what, words) in new[] { ("lines", "the bare lines"), ("decided", "the whole decided step") })
        {
            Judge(output, $"take and call, {words}, against 100 waiting", ratios, what, r => r.ToHundred, MostGrowth);
            Judge(output, $"take and call, {words}, against PriorityQueue", ratios, what, r => r.ToQueue, MostToQueue);
        }
    }

    private static void Judge(
        TextWriter output,
        string target,
        IReadOnlyList<RuleRatio> ratios,
        string what,
        Func<RuleRatio, double> of,
        double most)
    {
        var worst = ratios.Where(r => r.What == what).MaxBy(of)!;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target}: {of(worst):F2} at {worst.Waiting:n0}, {Verdict.AtMost(of(worst), most)}"));
    }

    private static long BytesOfChoices()
    {
        var bench = new ChoiceBench { Waiting = 100 };
        bench.Setup();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Choices; i++)
            bench.Choice();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
