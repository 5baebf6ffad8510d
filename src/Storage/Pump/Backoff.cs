namespace Yihao.Storage.Pump;

/// <summary>Pauses between tries that double from a short to a long one, with jitter against tries in step.</summary>
internal static class Backoff
{
    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan _longest = TimeSpan.FromMilliseconds(200);

    /// <summary>The pause after the given try, counted from 0.</summary>
    public static TimeSpan After(int tries)
    {
        var pause = _first * Math.Pow(2, Math.Min(tries, 10));
        var bounded = pause < _longest ? pause : _longest;
        return bounded * (0.75 + Random.Shared.NextDouble() / 2);
    }
}
