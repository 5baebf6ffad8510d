namespace Yihao.Simulation.Checks;

/// <summary>
/// What chance gave a batch, as figures whose mean is 0 whatever the hall does with them: how long services and gaps
/// were, how uneven, and how busy stretches clustered. What the mean wait owes to them is taken out of it
/// (Lavenberg and Welch 1981, "A perspective on the use of control variables").
/// </summary>
internal sealed class Controls
{
    public const int Count = 7;

    private readonly int windows;
    private readonly double gapMean;
    private readonly double[] keep;
    private readonly double[] recent;
    private readonly double[] sums = new double[Count];
    private int added;

    public Controls(int windows, double load)
    {
        this.windows = windows;
        gapMean = 1 / (windows * load);
        // A hall forgets within so many citizens (Cohen 1982, the relaxation time of M/M/1).
        var memory = Math.Pow(1 - Math.Sqrt(load), -2);
        keep = [Math.Exp(-4 / memory), Math.Exp(-1 / memory), Math.Exp(-0.25 / memory)];
        recent = new double[keep.Length];
    }

    /// <param name="service">In mean service times, as the gap to the next citizen.</param>
    public void Add(double service, double gap)
    {
        var (s, a) = (service - 1, gap / gapMean - 1);
        var work = s / windows - a * gapMean;
        sums[0] += s;
        sums[1] += a;
        sums[2] += s * s - 1;
        sums[3] += a * a - 1;
        for (var k = 0; k < keep.Length; k++)
        {
            sums[4 + k] += work * recent[k];
            recent[k] = keep[k] * recent[k] + work;
        }

        added++;
    }

    public double[] Values() => [.. sums.Select(s => s / added)];
}

/// <param name="MeanWait">In mean service times.</param>
internal sealed record Batch(double MeanWait, double[] Controls);
