namespace Yihao.Cluster.Tests.Faults.Nodes;

/// <summary>A page has a node again.</summary>
/// <param name="At">On the clock of the run.</param>
/// <param name="WasLost">It had lost the one before; false when it had left it, or had none.</param>
internal sealed record Joining(TimeSpan At, Node Node, bool WasLost);
