using System.Diagnostics;

namespace Yihao.Cluster.Tests.Faults.Nodes;

/// <summary>
/// The nodes of one cluster under a supervisor that starts again whichever ended, as systemd or Kubernetes would.
/// </summary>
internal sealed class NodeCluster : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan RestartAfter = TimeSpan.FromSeconds(1);

    /// <summary>So often in a row all must be ready before the cluster counts as calm.</summary>
    private const int CalmLooks = 3;

    private readonly CancellationTokenSource stop = new();
    private readonly Task supervising;
    private readonly Database database;
    private readonly Action<string> say;

    public NodeCluster(
        int size, string folder, IReadOnlyList<string> options, Database database, Action<string> say)
    {
        (this.database, this.say) = (database, say);
        Nodes = [.. Enumerable.Range(1, size).Select(n => new Node($"node-{n}", folder, options))];
        foreach (var node in Nodes)
            node.Program.Start();
        supervising = Supervise();
    }

    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>How often a node had to be started again.</summary>
    public int Restarts => Nodes.Sum(node => node.Restarts);

    /// <summary>A node that no fault is on; any when all are in trouble.</summary>
    public Node Healthy(int turn)
    {
        var healthy = Nodes.Where(n => !n.InTrouble).ToList();
        var among = healthy.Count > 0 ? healthy : Nodes;
        return among[turn % among.Count];
    }

    /// <summary>Waits until every node is ready and the membership holds exactly the nodes that run.</summary>
    public async Task Calm(TimeSpan limit)
    {
        var since = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Look);
        for (var calm = 0; calm < CalmLooks; calm = await IsCalm() ? calm + 1 : 0)
        {
            if (Stopwatch.GetElapsedTime(since) > limit)
                throw new TimeoutException($"not calm within {limit.TotalSeconds} s: {await Describe()}");
            await timer.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await supervising;
        foreach (var node in Nodes)
            await node.DisposeAsync();
        stop.Dispose();
    }

    private async Task<bool> IsCalm()
    {
        var ready = await Task.WhenAll(Nodes.Select(n => n.IsReady()));
        return ready.All(r => r) && await database.ActiveMembers() is var active
            && (active is null || active == Nodes.Count);
    }

    private async Task<string> Describe()
    {
        var ready = await Task.WhenAll(Nodes.Select(async n => $"{n.Name} ready {await n.IsReady()}"));
        return $"{string.Join(", ", ready)}, {await database.ActiveMembers()} active members";
    }

    private async Task Supervise()
    {
        using var timer = new PeriodicTimer(Look);
        while (!stop.IsCancellationRequested)
        {
            foreach (var node in Nodes.Where(n => n.Wanted && n.Program.HasEnded))
            {
                await Task.Delay(RestartAfter);
                if (stop.IsCancellationRequested || !node.Wanted)
                    continue;
                node.Restarts++;
                say($"{node.Name} had ended with {node.Program.ExitCode} and is started again");
                node.Program.Start();
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
