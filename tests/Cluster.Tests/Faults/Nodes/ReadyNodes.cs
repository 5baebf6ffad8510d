namespace Yihao.Cluster.Tests.Faults.Nodes;

/// <summary>
/// Which nodes are ready, as a reverse proxy knows it: each is asked four times a second, and what has just become
/// unready gets requests until it is asked again.
/// </summary>
internal sealed class ReadyNodes : IAsyncDisposable
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource stop = new();
    private readonly IReadOnlyList<Node> nodes;
    private readonly bool[] ready;
    private readonly Task asking;

    /// <param name="nodes">All of them ready.</param>
    public ReadyNodes(IReadOnlyList<Node> nodes)
    {
        this.nodes = nodes;
        ready = [.. nodes.Select(_ => true)];
        asking = Task.WhenAll(nodes.Select(Ask));
    }

    public bool IsReady(int place) => Volatile.Read(ref ready[place]);

    /// <summary>One of the ready nodes in turn; any when none is.</summary>
    public Node Next(int turn)
    {
        var open = nodes.Where((_, place) => IsReady(place)).ToList();
        var among = open.Count > 0 ? open : nodes;
        return among[turn % among.Count];
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await asking;
        stop.Dispose();
    }

    private async Task Ask(Node node, int place)
    {
        using var timer = new PeriodicTimer(Apart);
        while (!stop.IsCancellationRequested)
        {
            Volatile.Write(ref ready[place], await node.IsReady());
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
