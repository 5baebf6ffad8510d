using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Yihao.Cluster.Tests.Faults.Load;

namespace Yihao.Cluster.Tests.Faults.Nodes;

/// <summary>
/// A page's live link with a list of nodes: when its connection ends, cannot be made, or is silent for ten seconds, it
/// goes on at the next node. Now and then it is loaded anew at any node, so that pages are spread over all of them.
/// </summary>
/// <param name="name">Of the page, one in a run.</param>
/// <param name="first">Place of the node it begins at.</param>
/// <param name="listen">Registers for pushes, before the connection is made.</param>
/// <param name="join">Says hello on a new connection; throws when the node cannot take it.</param>
internal sealed class RovingConnection(
    string name,
    IReadOnlyList<Node> nodes,
    int first,
    string hub,
    RunClock clock,
    Action<HubConnection> listen,
    Func<HubConnection, CancellationToken, Task> join) : IAsyncDisposable
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan ShortestStay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestStay = TimeSpan.FromSeconds(60);

    private readonly Random random = new(first);
    private readonly ConcurrentQueue<Joining> joinings = new();
    private CancellationTokenSource? stop;
    private Task roving = Task.CompletedTask;
    private volatile Node? at;
    private volatile TaskCompletionSource reloading = new();
    private bool lost;

    public string Name => name;

    /// <summary>How often it was joined anew.</summary>
    public int Joined => joinings.Count;

    /// <summary>The node that it has now.</summary>
    public Node? At => at;

    /// <summary>It is closed, and wants no node.</summary>
    public bool HasLeft => stop is null or { IsCancellationRequested: true };

    /// <summary>Its first node after some time; null until it has one.</summary>
    public Joining? Next(TimeSpan after) => joinings.FirstOrDefault(j => j.At > after);

    public void Start()
    {
        stop = new CancellationTokenSource();
        roving = Rove(stop.Token);
    }

    /// <summary>Loads the page anew at any node, as if it had stayed for as long as it wanted.</summary>
    public void Reload() => reloading.TrySetResult();

    /// <summary>Closes the page: no more signs of life until it is started again.</summary>
    public async Task Leave()
    {
        if (stop is null)
            return;
        await stop.CancelAsync();
        await roving;
        stop.Dispose();
        stop = null;
        // Whatever happened before, this page was closed.
        lost = false;
    }

    public async ValueTask DisposeAsync() => await Leave();

    private async Task Rove(CancellationToken cancellation)
    {
        for (var turn = first; !cancellation.IsCancellationRequested; turn++)
        {
            if (await Stay(nodes[turn % nodes.Count], cancellation))
                turn = random.Next(nodes.Count);
            else
                await Task.Delay(RetryAfter, CancellationToken.None);
        }
    }

    /// <summary>True when it stayed for as long as it wanted.</summary>
    private async Task<bool> Stay(Node node, CancellationToken cancellation)
    {
        var stayed = false;
        var connection = Connection(node);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.Closed += _ => Task.FromResult(closed.TrySetResult());
        listen(connection);
        try
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            late.CancelAfter(Patience);
            await connection.StartAsync(late.Token);
            await join(connection, late.Token);
            reloading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            joinings.Enqueue(new(clock.Now, node, lost));
            at = node;
            var stay = ShortestStay + (random.NextDouble() * (LongestStay - ShortestStay));
            var ended = await Task.WhenAny(closed.Task, reloading.Task, Task.Delay(stay, cancellation));
            stayed = ended != closed.Task;
            lost = !stayed;
        }
        catch (Exception)
        {
            // Whatever it is, the next node is asked.
        }

        at = null;
        // A frozen node does not answer the goodbye.
        await Task.WhenAny(connection.DisposeAsync().AsTask(), Task.Delay(RetryAfter, CancellationToken.None));
        return stayed;
    }

    private HubConnection Connection(Node node)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(node.Address, $"/hubs/{hub}"), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
        }).Build();
        connection.KeepAliveInterval = KeepAlive;
        connection.ServerTimeout = SilentFor;
        connection.HandshakeTimeout = Patience;
        return connection;
    }
}
