using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Yihao.Cluster.Tests.Checking;
using Yihao.Cluster.Tests.Faults.Load;
using Yihao.Cluster.Tests.Faults.Nodes;

namespace Yihao.Cluster.Tests.Faults.Screens;

/// <summary>
/// A screen of a hall that keeps the rule of docs/architecture.md over any number of nodes: it has (ledger, seq), drops
/// what it knows, and follows again at a gap. Each event that it takes goes to the history.
/// </summary>
internal sealed class WatchingScreen : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly List<JsonElement> early = [];
    private readonly History history;
    private HubConnection? current;
    private bool following;

    public WatchingScreen(
        string name, string hall, IReadOnlyList<Node> nodes, int first, History history, RunClock clock)
    {
        (Name, Hall, this.history) = (name, hall, history);
        Link = new RovingConnection(
            name, nodes, first, "display", clock, c => c.On<JsonElement>("events", batch => Hear(c, batch)), Follow);
        Link.Start();
    }

    public string Name { get; }

    public string Hall { get; }

    public RovingConnection Link { get; }

    public string? Ledger { get; private set; }

    public long Seq { get; private set; }

    /// <summary>How often everything was drawn anew: once, at the beginning, unless something was missed.</summary>
    public int Pictures { get; private set; }

    public int Gaps { get; private set; }

    /// <summary>Takes nothing more, and says how far it came.</summary>
    public async Task<ScreenEnded> End()
    {
        await Link.Leave();
        lock (gate)
        {
            // What a connection that is given up still brings would come behind the end.
            current = null;
            return new ScreenEnded(Name, Hall, Ledger, Seq);
        }
    }

    public ValueTask DisposeAsync() => Link.DisposeAsync();

    private async Task Follow(HubConnection connection, CancellationToken cancellation)
    {
        lock (gate)
        {
            (current, following) = (connection, true);
            early.Clear();
        }

        var answer = await connection.InvokeAsync<JsonElement>(
            "Follow", Hall, Ledger, Ledger is null ? (long?)null : Seq, cancellation);
        lock (gate)
        {
            if (current != connection)
                return;
            Draw(answer.GetProperty("picture"));
            following = false;
            foreach (var batch in early.ToList())
                Take(connection, batch);
        }
    }

    private void Draw(JsonElement picture)
    {
        if (picture.ValueKind == JsonValueKind.Null)
            return;
        Pictures++;
        Ledger = picture.GetProperty("ledger").GetString();
        Seq = picture.GetProperty("seq").GetInt64();
        history.Add(new Shown(Name, Hall, Ledger!, Seq, "picture", null, null, null));
    }

    private void Hear(HubConnection connection, JsonElement batch)
    {
        lock (gate)
        {
            if (connection != current)
                return;
            if (following)
                early.Add(batch);
            else
                Take(connection, batch);
        }
    }

    private void Take(HubConnection connection, JsonElement batch)
    {
        if (following || batch.GetProperty("upTo").GetInt64() <= Seq)
            return;
        if (batch.GetProperty("after").GetInt64() > Seq || batch.GetProperty("ledger").GetString() != Ledger)
        {
            Gaps++;
            _ = FollowAgain(connection);
            return;
        }

        foreach (var happened in batch.GetProperty("events").EnumerateArray())
        {
            if (happened.GetProperty("seq").GetInt64() > Seq)
                history.Add(Note(happened));
        }

        Seq = batch.GetProperty("upTo").GetInt64();
    }

    private async Task FollowAgain(HubConnection connection)
    {
        try
        {
            using var late = new CancellationTokenSource(Patience);
            await Follow(connection, late.Token);
        }
        catch (Exception)
        {
            // The connection is made anew.
            await connection.StopAsync();
        }
    }

    private Shown Note(JsonElement happened) => new(
        Name, Hall, Ledger!, happened.GetProperty("seq").GetInt64(), Text(happened, "kind")!, Text(happened, "ticket"),
        Text(happened, "number"), Window(happened));

    private static int? Window(JsonElement happened) =>
        int.TryParse(Text(happened, "window"), CultureInfo.InvariantCulture, out var window) ? window : null;

    private static string? Text(JsonElement from, string field) =>
        from.TryGetProperty(field, out var value) ? value.GetString() : null;
}
