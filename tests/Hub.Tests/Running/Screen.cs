using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Yihao.Hub.Tests.Running;

/// <summary>
/// A screen that keeps the rule of the contract: (ledger, seq), drop what is known, follow again at a gap.
/// </summary>
public sealed class Screen : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly List<JsonElement> events = [];
    private readonly CancellationTokenSource stop = new();
    private readonly string hall;
    private readonly HubConnection hub;
    private TaskCompletionSource closed = new();
    private Task keeping = Task.CompletedTask;

    public Screen(Uri server, string hall)
    {
        this.hall = hall;
        hub = Hubs.Connect(server, "display");
        hub.On<JsonElement>("events", Take);
        hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public string? Ledger { get; private set; }

    public long Seq { get; private set; }

    public int Pictures { get; private set; }

    public int Gaps { get; private set; }

    public int Connects { get; private set; }

    public IReadOnlyList<JsonElement> Events
    {
        get
        {
            lock (gate)
                return [.. events];
        }
    }

    /// <summary>Numbers of the calls it was told, in order.</summary>
    public IReadOnlyList<string> Called =>
    [
        .. Events.Where(e => e.GetProperty("kind").GetString() == "called")
            .Select(e => e.GetProperty("number").GetString()!),
    ];

    /// <summary>Follows from now on, over any number of cuts.</summary>
    public async Task<Screen> Start()
    {
        keeping = Keep();
        await Wait.Until(() => Ledger is not null, "the screen has its first picture");
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await hub.DisposeAsync();
        await keeping;
        stop.Dispose();
    }

    private async Task Keep()
    {
        while (!stop.IsCancellationRequested)
        {
            closed = new();
            try
            {
                await hub.StartAsync(stop.Token);
                Connects++;
                await Follow();
                await closed.Task.WaitAsync(stop.Token);
            }
            catch (Exception) when (!stop.IsCancellationRequested)
            {
                await hub.StopAsync();
                await Task.Delay(RetryAfter);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Follow()
    {
        var answer = await hub.InvokeAsync<JsonElement>("Follow", hall, Ledger, Ledger is null ? (long?)null : Seq);
        lock (gate)
        {
            if (answer.GetProperty("picture").ValueKind == JsonValueKind.Null)
                return;
            Pictures++;
            Ledger = answer.GetProperty("picture").GetProperty("ledger").GetString();
            Seq = answer.GetProperty("picture").GetProperty("seq").GetInt64();
        }
    }

    private void Take(JsonElement batch)
    {
        lock (gate)
        {
            if (Ledger is null || batch.GetProperty("upTo").GetInt64() <= Seq)
                return;
            if (batch.GetProperty("after").GetInt64() > Seq || batch.GetProperty("ledger").GetString() != Ledger)
            {
                Gaps++;
                _ = Follow();
                return;
            }
            events.AddRange(
                batch.GetProperty("events").EnumerateArray().Where(e => e.GetProperty("seq").GetInt64() > Seq));
            Seq = batch.GetProperty("upTo").GetInt64();
        }
    }
}
