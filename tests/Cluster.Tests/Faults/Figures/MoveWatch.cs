using Yihao.Cluster.Tests.Faults.Nodes;
using Yihao.Cluster.Tests.Faults.Trouble;

namespace Yihao.Cluster.Tests.Faults.Figures;

/// <summary>
/// Who is connected to the nodes in trouble when a fault begins, and when each of them had a node again. Who left by
/// itself meanwhile, and who stayed because the node woke in time, is not counted.
/// </summary>
internal sealed class MoveWatch
{
    private readonly TimeSpan from;
    private readonly IReadOnlyList<RovingConnection> concerned;

    /// <param name="from">When the fault begins.</param>
    public MoveWatch(Fault fault, IReadOnlyList<Node> nodes, IEnumerable<RovingConnection> pages, TimeSpan from)
    {
        this.from = from;
        var struck = nodes.Where((_, place) => fault.Strikes(place)).ToHashSet();
        concerned = [.. pages.Where(page => page.At is { } node && struck.Contains(node))];
    }

    /// <summary>Nobody of them looks for a node any more.</summary>
    public bool IsOver => concerned.All(page => page.At is not null || page.HasLeft || page.Next(from) is not null);

    /// <summary>For each that lost its node: from the fault until it had one again.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Moves() => concerned
        .Select(page => (page.Name, Next: page.Next(from)))
        .Where(page => page.Next is { WasLost: true })
        .ToDictionary(page => page.Name, page => page.Next!.At - from);
}
