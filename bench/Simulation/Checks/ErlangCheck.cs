namespace Yihao.Simulation.Checks;

/// <summary>
/// The simulator's own check: one hall of general windows under Poisson arrivals with exponential services waits as
/// Erlang C says. No other figure is shown when it does not.
/// </summary>
/// <param name="Direct">Mean wait in the hall of the rules, in mean service times.</param>
/// <param name="Recursion">Mean wait by the bare recursion over many more citizens.</param>
/// <param name="OffMicros">The largest difference of any citizen's wait between the hall and the recursion.</param>
internal sealed record ErlangCheck(int Windows, double Load, Estimate Direct, Estimate Recursion, long OffMicros)
{
    public const double Within = 0.01;

    /// <summary>Windows and load of the pairs that are checked.</summary>
    public static readonly IReadOnlyList<(int Windows, double Load)> Pairs =
        [(1, 0.5), (1, 0.8), (2, 0.7), (4, 0.8), (8, 0.8), (8, 0.9), (16, 0.9), (30, 0.9)];

    private const int RecursionCitizens = 200_000;

    public double Theory => ErlangC.MeanWait(Windows, Load);

    /// <summary>
    /// The hall's mean wait, taken from the recursion's long run, of which the hall's is a part wait by wait.
    /// </summary>
    public double Off => Recursion.Mean / Theory - 1;

    /// <summary>Every wait is the recursion's, the mean within 1 % of theory and known to half of that.</summary>
    public bool Holds => OffMicros == 0 && Math.Abs(Off) <= Within && Recursion.Half / Theory <= Within / 2;

    public static ErlangCheck Of(int windows, double load, int halls, int recursions, ulong seed)
    {
        var hall = new SteadyHall(windows, load, 1, false, 1);
        var played = new (double MeanWait, long Off)[halls];
        Parallel.For(0, halls, i => played[i] = hall.Play(Own(seed, windows, load), i));
        var batches = new Batch[recursions];
        Parallel.For(0, recursions, i =>
            batches[i] = Checks.Recursion.Play(windows, load, Own(seed + 1, windows, load), i, RecursionCitizens));
        return new(
            windows,
            load,
            Estimate.Of([.. played.Select(p => p.MeanWait)]),
            Estimate.Controlled(batches),
            played.Max(p => p.Off));
    }

    /// <summary>Chance of its own for each pair, so that one unlucky seed does not shift them all.</summary>
    private static ulong Own(ulong seed, int windows, double load) =>
        seed + 1000 * (ulong)windows + 10_000_000 * (ulong)(100 * load);
}
