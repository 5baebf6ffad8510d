using System.Diagnostics;
using System.Runtime;

namespace Yihao.Silo.Telemetry;

/// <summary>The memory of the process, in bytes.</summary>
/// <param name="HeapBytes">Live and dead objects.</param>
/// <param name="CommittedBytes">What the collector holds of the machine.</param>
/// <param name="FragmentedBytes">Of the heap, room between objects.</param>
/// <param name="WorkingSetBytes">What the machine counts, code and threads included.</param>
/// <param name="Collections">Full collections so far.</param>
internal sealed record MemoryNow(
    long HeapBytes, long CommittedBytes, long FragmentedBytes, long WorkingSetBytes, int Collections, int Threads)
{
    /// <summary>As it is; nothing is collected.</summary>
    public static MemoryNow Read()
    {
        using var process = Process.GetCurrentProcess();
        var collector = GC.GetGCMemoryInfo(GCKind.Any);
        return new(
            GC.GetTotalMemory(forceFullCollection: false),
            collector.TotalCommittedBytes,
            collector.FragmentedBytes,
            process.WorkingSet64,
            GC.CollectionCount(GC.MaxGeneration),
            process.Threads.Count);
    }

    /// <summary>
    /// Before and after a full, blocking and compacting collection with its finalizers: what is left is held by
    /// somebody. Halls stand still while it runs.
    /// </summary>
    public static MemoryBeforeAndAfter Collect()
    {
        var before = Read();
        for (var i = 0; i < 2; i++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return new(before, Read());
    }
}

internal sealed record MemoryBeforeAndAfter(MemoryNow Before, MemoryNow After);
