namespace Yihao.Cluster.Tests.Faults.Load;

/// <summary>A try of a request that did not end with an answer of the hall.</summary>
/// <param name="At">When it ended, as the logs of the nodes have it.</param>
/// <param name="IsError">
/// The node refused to try it or lost it; otherwise the caller had waited for as long as he wanted.
/// </param>
internal sealed record Mishap(DateTime At, string Node, string Request, string What, bool IsError)
{
    public override string ToString() => $"{At:HH:mm:ss.fff} {Node} {Request}: {What}";
}
