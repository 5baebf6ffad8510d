using System.Collections.Concurrent;

namespace Yihao.Grains.Telemetry;

/// <summary>The halls that live in this process, and what they hold together; read from any thread.</summary>
public static class HallsHere
{
    private static readonly ConcurrentDictionary<HallTally, string> Halls = new();
    private static long waiting;
    private static long openWindows;

    public static long Held => Halls.Count;

    public static long Waiting => Interlocked.Read(ref waiting);

    public static long OpenWindows => Interlocked.Read(ref openWindows);

    /// <summary>Ids of the halls, in their order; a copy.</summary>
    public static IReadOnlyList<string> Ids() => [.. Halls.Values.Order(StringComparer.Ordinal)];

    internal static void Add(HallTally tally, string hall) => Halls[tally] = hall;

    internal static void Remove(HallTally tally) => Halls.TryRemove(tally, out _);

    internal static void Change(int waitingBy, int openWindowsBy)
    {
        if (waitingBy != 0)
            Interlocked.Add(ref waiting, waitingBy);
        if (openWindowsBy != 0)
            Interlocked.Add(ref openWindows, openWindowsBy);
    }
}
