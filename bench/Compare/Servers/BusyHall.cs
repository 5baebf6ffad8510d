namespace Yihao.Compare.Servers;

/// <summary>One hall of a node alone, a fresh one in each turn.</summary>
/// <param name="waiting">How many wait there when the turn begins; nobody calls them all.</param>
internal sealed class BusyHall(Node node, int waiting) : ISide
{
    public Task<Run> Live(int callers, int seconds) => node.LiveInFreshHall(callers, seconds, waiting);
}
