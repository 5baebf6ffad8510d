namespace Yihao.Rules;

/// <summary>
/// How good the estimates of the day were: told at the taking of a number against the first call. Half of the waits
/// should be under the lower bound (the median) and nine in ten under the upper one.
/// </summary>
/// <param name="Count">Calls of tickets that had been given an estimate.</param>
/// <param name="UnderFrom">Waits up to the lower bound.</param>
/// <param name="UnderTo">Waits up to the upper bound.</param>
/// <param name="ErrorMinutes">Sum of wait minus lower bound: above 0 the hall promised too little.</param>
/// <param name="OffMinutes">Sum of the same without sign.</param>
public readonly record struct EstimateErrors(
    int Count, int UnderFrom, int UnderTo, double ErrorMinutes, double OffMinutes)
{
    public static EstimateErrors None { get; } = new(0, 0, 0, 0, 0);

    internal EstimateErrors With(WaitEstimate told, TimeSpan waited)
    {
        var off = waited.TotalMinutes - told.FromMinutes;
        return new(
            Count + 1,
            UnderFrom + (waited.TotalMinutes <= told.FromMinutes ? 1 : 0),
            UnderTo + (waited.TotalMinutes <= told.ToMinutes ? 1 : 0),
            ErrorMinutes + off,
            OffMinutes + Math.Abs(off));
    }
}
