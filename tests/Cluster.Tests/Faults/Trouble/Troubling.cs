using System.Diagnostics;
using Yihao.Cluster.Tests.Faults.Nodes;

namespace Yihao.Cluster.Tests.Faults.Trouble;

/// <summary>Does what a fault says, and undoes it; the supervisor of the cluster starts what has ended.</summary>
internal sealed class Troubling(NodeCluster cluster, Database database)
{
    public Task Do(Fault fault) => fault switch
    {
        Fault.Killed killed => Kill(cluster.Nodes[killed.Node], killed.Pause),
        Fault.Frozen frozen => Freeze(cluster.Nodes[frozen.Node], frozen.For),
        Fault.Stopped stopped => Stop(cluster.Nodes[stopped.Node]),
        Fault.Cut cut => Cut(cut.Times),
        Fault.DatabaseGone gone => Crash(gone.For),
        Fault.AllKilled all => Task.WhenAll(cluster.Nodes.Select(node => Kill(node, all.Pause))),
        Fault.Nothing nothing => Task.Delay(nothing.For),
        _ => throw new UnreachableException("every fault is one of these"),
    };

    private static async Task Kill(Node node, TimeSpan pause)
    {
        (node.Wanted, node.InTrouble) = (false, true);
        await node.Program.Kill();
        await Task.Delay(pause);
        node.Wanted = true;
    }

    private static async Task Freeze(Node node, TimeSpan time)
    {
        node.InTrouble = true;
        await node.Program.Freeze();
        await Task.Delay(time);
        await node.Program.Thaw();
    }

    private static async Task Stop(Node node)
    {
        (node.Wanted, node.InTrouble) = (false, true);
        await node.Program.Stop();
        node.Wanted = true;
    }

    private async Task Cut(int times)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var i = 0; i < times; i++)
        {
            await database.CutAll();
            await timer.WaitForNextTickAsync();
        }
    }

    private async Task Crash(TimeSpan time)
    {
        await database.Stop();
        await Task.Delay(time);
        await database.Start();
    }
}
