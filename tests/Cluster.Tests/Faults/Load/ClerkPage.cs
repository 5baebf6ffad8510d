using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Yihao.Cluster.Tests.Checking;
using Yihao.Cluster.Tests.Faults.Nodes;
using Yihao.Cluster.Tests.Faults.Places;

namespace Yihao.Cluster.Tests.Faults.Load;

/// <summary>
/// The page of a clerk at the counter: its connection is the sign of life of the window. Now and then the clerk is away
/// without a word for so long that a deputy covers, and then sits down again.
/// </summary>
internal sealed class ClerkPage : IAsyncDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>By then the hall has heard of a page that joined.</summary>
    private static readonly TimeSpan Heard = TimeSpan.FromSeconds(3);

    private readonly Clerk clerk;

    public ClerkPage(Clerk clerk, IReadOnlyList<Node> nodes, int first)
    {
        this.clerk = clerk;
        var name = $"page of {clerk.Post.A}";
        Link = new RovingConnection(name, nodes, first, "counter", clerk.Worker.Shift.Clock, _ => { }, Attend);
    }

    public RovingConnection Link { get; }

    public void Start() => Link.Start();

    /// <summary>Leaves for longer than the hall waits, and comes back for good.</summary>
    public async Task BeAway()
    {
        await Until("has its page at a node", () => Link.At is not null);
        await Task.Delay(Heard);
        var (shift, from) = (clerk.Worker.Shift, clerk.Worker.Shift.Clock.Now);
        clerk.IsAway = true;
        await Link.Leave();
        await Task.Delay(TimeSpan.FromSeconds(Region.CoverAfterSeconds) + Margin);
        Link.Start();
        clerk.LookAgain();
        clerk.IsAway = false;
        await Until("sits at the window again", () => clerk.IsOpen);
        var window = int.Parse(clerk.Post.Window, CultureInfo.InvariantCulture);
        shift.History.Add(
            new Absence(clerk.Place.Hall, window, clerk.Post.A, from, shift.Clock.Now, "page closed"));
    }

    public ValueTask DisposeAsync() => Link.DisposeAsync();

    private async Task Until(string what, Func<bool> holds)
    {
        var clock = clerk.Worker.Shift.Clock;
        for (var since = clock.Now; !holds(); await clerk.Worker.Think(0.2))
        {
            if (clock.Now - since > Patience)
                throw new TimeoutException($"not within {Patience.TotalSeconds} s: {clerk.Post.A} {what}, "
                    + $"{clerk.Place.Hall}/{clerk.Post.Window}");
        }
    }

    private async Task Attend(HubConnection connection, CancellationToken cancellation)
    {
        var answer = await connection.InvokeAsync<JsonElement>(
            "Attend", clerk.Place.Hall, clerk.Post.Window, clerk.Post.A, cancellation);
        if (answer.GetProperty("problem").ValueKind != JsonValueKind.Null)
            throw new InvalidOperationException($"not attended: {answer}");
    }
}
