using System.Globalization;
using System.Text.Json;

namespace Yihao.Cluster.Tests.Faults.Nodes;

/// <summary>What a node says of its memory, before and after a full collection.</summary>
/// <param name="At">On the clock of the run.</param>
internal sealed record NodeMemory(string Node, TimeSpan At, JsonElement Before, JsonElement After)
{
    private const double Million = 1e6;

    /// <summary>What somebody holds: a heap that grows after collections is a leak.</summary>
    public double HeldMegabytes => Megabytes(After, "heapBytes");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"memory of {Node} after {At.TotalMinutes:0.0} min in MB: heap {Megabytes(Before, "heapBytes"):0.0}, "
        + $"{HeldMegabytes:0.0} of it held; committed {Megabytes(Before, "committedBytes"):0.0}, then "
        + $"{Megabytes(After, "committedBytes"):0.0}; working set {Megabytes(Before, "workingSetBytes"):0.0}, then "
        + $"{Megabytes(After, "workingSetBytes"):0.0}; {After.GetProperty("threads")} threads");

    private static double Megabytes(JsonElement memory, string field) => memory.GetProperty(field).GetInt64() / Million;
}
