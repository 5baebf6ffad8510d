namespace Yihao.Simulation.World;

/// <summary>The day by the clock on the wall: opening, peaks, lunch.</summary>
internal static class Hours
{
    public const double Opens = 8.5;

    /// <summary>From here on no numbers are given; who holds one is served.</summary>
    public const double LastNumber = 17;

    public const double Closes = 17.5;

    public static readonly double[] PeakAt = [9.75, 15];

    private static readonly double[] PeakHeight = [1.0, 0.75];

    private const double Quiet = 0.4;

    /// <summary>Standard deviation of a peak, in hours.</summary>
    private const double PeakWidth = 1;

    private static readonly double MeanShape =
        Enumerable.Range(0, 1000).Average(i => Shape(Opens + (i + 0.5) * (LastNumber - Opens) / 1000));

    /// <summary>The highest of <see cref="Rush"/>.</summary>
    public static readonly double HighestRush = Enumerable.Range(0, 1000)
        .Max(i => Rush(Opens + i * (LastNumber - Opens) / 1000));

    /// <summary>Arrivals per hour at a time of day, in multiples of the day's mean.</summary>
    public static double Rush(double hours) => Shape(hours) / MeanShape;

    /// <summary>Half of a hall's windows go to lunch at noon, the others an hour later; a village has only the one.
    /// </summary>
    public static (double From, double To) Lunch(Site site, int window) =>
        site.Level == Level.Village || window % 2 == 1 ? (12, 13) : (13, 14);

    private static double Shape(double hours) => Quiet + PeakAt
        .Zip(PeakHeight, (at, height) => height * Math.Exp(-Math.Pow((hours - at) / PeakWidth, 2) / 2))
        .Sum();
}
