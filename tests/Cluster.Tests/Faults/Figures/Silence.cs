namespace Yihao.Cluster.Tests.Faults.Figures;

/// <summary>The longest span in which a hall gave no answer.</summary>
/// <param name="After">From the fault to its beginning.</param>
internal sealed record Silence(TimeSpan After, TimeSpan Length);
