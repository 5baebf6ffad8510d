namespace Yihao.Storage;

/// <summary>What may be asked of one read.</summary>
internal static class ReadBounds
{
    private const int MostEntries = 10_000;

    public static void Ensure(long after, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MostEntries);
    }
}
