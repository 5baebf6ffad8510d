using System.Globalization;
using Yihao.Cluster.Tests.Faults.Load;
using Yihao.Cluster.Tests.Faults.Nodes;

namespace Yihao.Cluster.Tests.Faults.Figures;

/// <summary>Reads during a long run what each node holds, and says at its end by how much that grew.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    /// <summary>By then pools and caches are filled: what a node holds before says nothing about a leak.</summary>
    private static readonly TimeSpan Warm = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource stop = new();
    private readonly List<NodeMemory> readings = [];
    private readonly IReadOnlyList<Node> nodes;
    private readonly RunClock clock;
    private readonly Action<string> say;
    private readonly Task watching;

    public MemoryWatch(IReadOnlyList<Node> nodes, RunClock clock, Action<string> say)
    {
        (this.nodes, this.clock, this.say) = (nodes, clock, say);
        watching = Watch();
    }

    /// <summary>Reads once more, and says for each node how that went on from the first warm reading.</summary>
    public async Task End()
    {
        await stop.CancelAsync();
        await watching;
        await Read();
        foreach (var node in readings.GroupBy(r => r.Node))
            say(Slope(node.First(), node.Last()));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
    }

    private static string Slope(NodeMemory first, NodeMemory last)
    {
        if (first.At >= last.At)
            return $"memory of {first.Node}: read once, a slope needs more than {Warm.TotalMinutes} min";
        var grown = last.HeldMegabytes - first.HeldMegabytes;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"memory of {first.Node}: held {first.HeldMegabytes:0.0} MB after {first.At.TotalMinutes:0.0} min, "
            + $"{last.HeldMegabytes:0.0} after {last.At.TotalMinutes:0.0}: "
            + $"{grown / (last.At - first.At).TotalHours:+0.0;-0.0} MB per hour, "
            + $"{grown / first.HeldMegabytes:+0.0%;-0.0%} in all");
    }

    private async Task Watch()
    {
        for (var wait = Warm; await Passes(wait); wait = Apart)
            await Read();
    }

    /// <summary>False when the run ended before.</summary>
    private async Task<bool> Passes(TimeSpan wait)
    {
        await Task.WhenAny(Task.Delay(wait, stop.Token));
        return !stop.IsCancellationRequested;
    }

    private async Task Read()
    {
        foreach (var node in nodes)
        {
            try
            {
                readings.Add(await node.Memory(clock.Now));
                say(readings[^1].ToString());
            }
            catch (HttpRequestException failed)
            {
                // The next reading says more; that this one is missing is to be seen.
                say($"memory of {node.Name} could not be read: {failed.Message}");
            }
        }
    }
}
