namespace Yihao.Simulation.Checks;

/// <summary>One hall at a steady 90 %: eight windows for everything against one window for each department.</summary>
/// <param name="Together">Mean wait in mean service times, as <paramref name="Apart"/>.</param>
/// <param name="Ratio">How many times shorter the wait is together.</param>
internal sealed record Departments(Estimate Together, Estimate Apart, Estimate Ratio)
{
    public const int Windows = 8;

    public const double Load = 0.9;

    private const int Groups = 8;

    public static Departments Of(int batches, double variation, ulong seed)
    {
        var (together, apart) = (new double[batches], new double[batches]);
        Parallel.For(0, batches, i =>
        {
            together[i] = new SteadyHall(Windows, Load, Windows, false, variation).Play(seed, i).MeanWait;
            apart[i] = new SteadyHall(Windows, Load, Windows, true, variation).Play(seed, i).MeanWait;
        });
        var ratios = Enumerable.Range(0, Groups).Select(g => Sum(apart, g) / Sum(together, g)).ToList();
        return new(
            Estimate.Of(together),
            Estimate.Of(apart),
            Estimate.Of(ratios) with { Mean = apart.Sum() / together.Sum() });
    }

    private static double Sum(double[] batches, int group) => batches.Where((_, i) => i % Groups == group).Sum();
}
