using System.Text.Json;

namespace Yihao.Hub.Demo;

/// <summary>
/// A sample clerk at one window: opens, calls or takes what is offered, serves, waits in vain, sends on, takes a break.
/// </summary>
/// <param name="isAlone">No other clerk is in the hall, and this one is often on the road.</param>
internal sealed class DemoClerk(
    DemoDoor door, DemoPace pace, DemoMatters matters, string hall, string window, string clerk, bool isAlone)
{
    private const double NoShows = 0.08;
    private const double Transfers = 0.04;
    private const double Breaks = 0.06;
    private const double Visits = 0.4;

    private readonly string path = $"/api/halls/{hall}/windows/{window}/";

    public async Task Work(CancellationToken cancellation)
    {
        while (true)
        {
            if (await Open(cancellation))
                await Serve(cancellation);
            await pace.Spend(DemoPace.Between(60, 120), cancellation);
        }
    }

    private async Task<bool> Open(CancellationToken cancellation)
    {
        var opened = await Do("open", cancellation, ("clerk", clerk));
        // Somebody else sits here, or the clerk is elsewhere: a person may be trying the program.
        return opened.Code is null;
    }

    /// <summary>Until the window is closed by somebody.</summary>
    private async Task Serve(CancellationToken cancellation)
    {
        while (true)
        {
            var called = await Next(cancellation);
            if (called.Code == "ticket-not-offered")
                await pace.Spend(DemoPace.Between(4, 10), cancellation);
            else if (called.Code == "window-busy")
                await Do("finish", cancellation);
            else if (called.Code == "window-paused")
                await Do("resume", cancellation);
            else if (called.Code is not null)
                return;
            else if (called.Text("ticket") is not { } ticket)
                await pace.Spend(DemoPace.Between(20, 40), cancellation);
            else
            {
                await Attend(ticket, InHandOf(called.Body), cancellation);
                if (DemoPace.Chance(isAlone ? Visits : Breaks))
                    await Break(cancellation);
            }
        }
    }

    /// <summary>Calls, or where tickets are offered takes the one that is.</summary>
    private async Task<DemoAnswer> Next(CancellationToken cancellation)
    {
        var called = await Do("call-next", cancellation);
        return called.Code == "pull-not-allowed" ? await Do("accept", cancellation) : called;
    }

    /// <summary>A call answers with the ticket and the window, an accepted offer with the window alone.</summary>
    private static JsonElement InHandOf(JsonElement called) =>
        (called.TryGetProperty("window", out var window) && window.ValueKind == JsonValueKind.Object ? window : called)
        .GetProperty("inHand");

    private async Task Attend(string ticket, JsonElement inHand, CancellationToken cancellation)
    {
        if (DemoPace.Chance(NoShows))
        {
            await CallInVain(ticket, cancellation);
            return;
        }
        await pace.Spend(DemoPace.Between(8, 35), cancellation);
        await Do("start", cancellation);
        await pace.Spend(matters.ServiceOf(DemoAnswer.TextOf(inHand, "matter")), cancellation);
        if (!DemoPace.Chance(Transfers) || !await SendOn(cancellation))
            await Do("finish", cancellation, ("outcome", "done"));
    }

    private async Task<bool> SendOn(CancellationToken cancellation)
    {
        var to = new Dictionary<string, object?> { ["matter"] = matters.Wish() };
        var sent = to["matter"] is null
            ? null
            : await Do("transfer", cancellation, ("to", to), ("reason", "another matter first"));
        return sent is { Code: null };
    }

    /// <summary>
    /// Recalls when the hall allows it, gives up when the hall allows it; half of them come back later.
    /// </summary>
    private async Task CallInVain(string ticket, CancellationToken cancellation)
    {
        while (true)
        {
            var missed = await Do("no-show", cancellation);
            if (missed.Code != "no-show-too-soon")
                break;
            if (DemoAnswer.InstantOf(missed.Body, "from") is { } from)
                await DemoPace.Until(from, cancellation);
            else if ((await Do("recall", cancellation)).Body is var recalled)
                await DemoPace.Until(
                    DemoAnswer.InstantOf(recalled, "from") ?? DateTimeOffset.UtcNow.AddSeconds(10), cancellation);
        }
        if (DemoPace.Chance(0.5))
            _ = ComeBack(ticket, cancellation);
    }

    private async Task ComeBack(string ticket, CancellationToken cancellation)
    {
        try
        {
            await pace.Spend(DemoPace.Between(30, 600), cancellation);
            await door.Post($"/api/halls/{hall}/tickets/{ticket}/return", cancellation);
        }
        catch (OperationCanceledException)
        {
            // The demo ends: the ticket stays missed.
        }
    }

    private async Task Break(CancellationToken cancellation)
    {
        if ((await Do("pause", cancellation, ("reason", isAlone ? "visiting" : "break"))).Code is not null)
            return;
        await pace.Spend(isAlone ? DemoPace.Between(900, 2_400) : DemoPace.Between(120, 420), cancellation);
        await Do("resume", cancellation);
    }

    private Task<DemoAnswer> Do(
        string call, CancellationToken cancellation, params ReadOnlySpan<(string Field, object? Value)> fields)
    {
        var body = new Dictionary<string, object?>();
        foreach (var (field, value) in fields)
            body[field] = value;
        return door.Post(path + call, body, cancellation);
    }
}
