using System.Text.Json;
using Yihao.Cluster.Tests.Faults.Places;

namespace Yihao.Cluster.Tests.Faults.Load;

/// <summary>
/// Sits at one window: opens it, calls, starts, finishes, and now and then does everything else that a clerk may do.
/// What the hall says of the window counts, never what the clerk believes.
/// </summary>
internal sealed class Clerk(Worker worker, Place place, Post post)
{
    private readonly string hall = place.Hall;
    private bool open;

    public Worker Worker => worker;

    public Place Place => place;

    public Post Post => post;

    /// <summary>The hall and the clerk agree that the window is open, or it is left open.</summary>
    public bool IsOpen => open;

    /// <summary>Away on purpose: does nothing.</summary>
    public bool IsAway { get; set; }

    /// <summary>No more breaks: only calls and finishes.</summary>
    public bool IsClearing { get; set; }

    /// <summary>The window is to be looked at before anything else is done.</summary>
    public void LookAgain() => open = false;

    public Task Work(CancellationToken stop) => worker.Live(() => Hours(stop));

    private async Task Hours(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (IsAway)
                await worker.Think(0.3);
            else if (open)
                await Serve();
            else
                await SitDown();
        }

        await Finish();
    }

    private Task<Answered> Do(string act, params IEnumerable<(string Field, object? Value)> fields) =>
        worker.Post(hall, $"windows/{post.Window}/{act}", fields);

    private async Task SitDown()
    {
        var opened = await Do("open", ("clerk", post.A));
        open = opened.IsAccepted;
        if (open && HasTicket(opened))
            await Finish();
        if (!open)
            await worker.Think(1);
    }

    private async Task Serve()
    {
        if (!IsClearing && worker.Chance(0.012))
            await (worker.Chance(0.5) ? Break() : Leave());
        var called = await Do("call-next", ("finishCurrent", worker.Chance(0.3) ? true : null));
        if (called.Code is "window-not-open")
            open = false;
        else if (called.Text("ticket") is { } ticket)
            await Receive(ticket, IsGuest(called));
        else if (called.Code is "window-busy")
            await Finish();
        else
            await Idle();
    }

    private async Task Receive(string ticket, bool byCamera)
    {
        await worker.Think(0.5);
        var chance = IsClearing ? 1 : worker.Random.NextDouble();
        var done = chance switch
        {
            < 0.06 => await Do("no-show"),
            < 0.12 when !byCamera => await Do("hold"),
            < 0.20 when !byCamera => await Transfer(),
            < 0.23 => await Do("release"),
            < 0.28 => await Do("recall"),
            < 0.70 => await Do("start"),
            _ => await Do("finish"),
        };
        if (chance is >= 0.23 and < 0.70 || !done.IsAccepted)
        {
            await worker.Think(0.5);
            await Finish();
        }
    }

    private async Task<Answered> Transfer()
    {
        var others = Region.Places.Where(p => p.Hall != hall && p.Posts.Any(w => w.Manned)).ToList();
        object to = worker.Random.Next(3) switch
        {
            0 => new { matter = Region.Matters[worker.Random.Next(Region.Matters.Count)] },
            1 => new { window = place.Posts[worker.Random.Next(place.Posts.Count)].Window },
            _ => new { hall = others[worker.Random.Next(others.Count)].Hall },
        };
        return await Do("transfer", ("to", to), ("reason", "sooner there"));
    }

    /// <summary>Whatever is in hand is done after this.</summary>
    private async Task Finish()
    {
        var finished = await Do("finish", ("outcome", worker.Chance(0.5) ? "accepted" : null));
        if (finished.Code is "window-not-open")
            open = false;
    }

    private async Task Break()
    {
        await Do("pause", ("reason", "a break"));
        await worker.Think(3);
        await Do("resume");
    }

    private async Task Leave()
    {
        if ((await Do("close")).IsAccepted)
            open = false;
        await worker.Think(4);
    }

    private async Task Idle()
    {
        await worker.Think(1);
        if (worker.Chance(0.1))
            await worker.Get(hall, worker.Chance(0.5) ? "" : "board");
    }

    private static bool HasTicket(Answered window) => window.Text("ticket") is not null;

    private static bool IsGuest(Answered called) =>
        called.Field("window") is { ValueKind: JsonValueKind.Object } window
        && window.TryGetProperty("inHand", out var inHand) && inHand.ValueKind == JsonValueKind.Object
        && inHand.TryGetProperty("byCamera", out var camera) && camera.ValueKind == JsonValueKind.True;
}
