namespace Yihao.Hub.Demo;

/// <summary>
/// Time and chance of the sample people. Time in a hall goes faster by the pace; the hall's own rules do not.
/// </summary>
internal sealed class DemoPace(double times)
{
    /// <summary>Shorter waits would only make noise.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);

    public static bool Chance(double share) => Random.Shared.NextDouble() < share;

    /// <summary>Waits as long as this takes in a real hall, divided by the pace.</summary>
    public Task Spend(TimeSpan inTheHall, CancellationToken cancellation)
    {
        var spent = inTheHall / times;
        return Task.Delay(spent > Shortest ? spent : Shortest, cancellation);
    }

    /// <summary>Until an instant of the hall's clock, which no pace hurries.</summary>
    public static Task Until(DateTimeOffset instant, CancellationToken cancellation)
    {
        var left = instant - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(100);
        return left > TimeSpan.Zero ? Task.Delay(left, cancellation) : Task.CompletedTask;
    }

    /// <summary>Evenly between the two.</summary>
    public static TimeSpan Between(double fromSeconds, double toSeconds) =>
        TimeSpan.FromSeconds(fromSeconds + Random.Shared.NextDouble() * (toSeconds - fromSeconds));

    /// <summary>Until the next of independent arrivals: exponential.</summary>
    public static TimeSpan NextArrival(TimeSpan mean) => mean * -Math.Log(1 - Random.Shared.NextDouble());

    /// <summary>
    /// Lognormal with a coefficient of variation of 1.2, at most five times the mean (Brown et al. 2005, "Statistical
    /// analysis of a telephone call center").
    /// </summary>
    public static TimeSpan Service(TimeSpan mean)
    {
        const double Variation = 1.2;
        var sigma = Math.Sqrt(Math.Log(1 + Variation * Variation));
        var normal = Math.Sqrt(-2 * Math.Log(1 - Random.Shared.NextDouble()))
            * Math.Cos(2 * Math.PI * Random.Shared.NextDouble());
        return mean * Math.Min(5, Math.Exp(sigma * normal - sigma * sigma / 2));
    }
}
