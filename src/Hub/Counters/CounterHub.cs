using System.Text.Json;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Bodies;
using Yihao.Hub.Screens;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Counters;

/// <summary>
/// <c>/hubs/counter</c>: a clerk's page. The methods are the window calls of HTTP with the same bodies.
/// </summary>
internal sealed class CounterHub(
    CounterRooms rooms, WindowCalls windows, TicketCalls tickets, Standing standing, GrainCalls calls)
    : Microsoft.AspNetCore.SignalR.Hub
{
    /// <summary>
    /// From now on this connection is at that window; it gets its pushes, and is its clerk's sign of life.
    /// </summary>
    public async Task<HubAnswer> Attend(JsonElement hall, JsonElement window, JsonElement clerk)
    {
        var reader = new BodyReader(JsonSerializer.SerializeToElement(new { hall, window, clerk }));
        var attendant = new Attendant(
            reader.Text("hall", 64), reader.Text("window", 64), reader.Text("clerk", 64), Context.Outbox());
        if (reader.Refusal is { } refusal)
            return HubAnswer.Of(refusal);
        return HubAnswer.Of(await Guarded(() => Attend(attendant)));
    }

    /// <summary>
    /// A deputy without a window: he is told when he is to cover one, and stands by as long as the connection lasts.
    /// </summary>
    public async Task<HubAnswer> StandBy(JsonElement hall, JsonElement clerk)
    {
        var reader = new BodyReader(JsonSerializer.SerializeToElement(new { hall, clerk }));
        var deputy = new Deputy(reader.Text("hall", 64), reader.Text("clerk", 64), Context.Outbox());
        if (reader.Refusal is { } refusal)
            return HubAnswer.Of(refusal);
        return HubAnswer.Of(await Guarded(() => StandBy(deputy)));
    }

    /// <summary>The deputy goes.</summary>
    public async Task<HubAnswer> StandDown()
    {
        if (Page is not Deputy deputy)
            return HubAnswer.Of(Problems.Invalid(null, "Stand by first."));
        Context.Items.Remove(typeof(CounterPage));
        rooms.Leave(deputy);
        return HubAnswer.Of(await Guarded(
            () => standing.End(deputy.Hall, deputy.Clerk, Context.ConnectionAborted)));
    }

    public Task<HubAnswer> Accept(JsonElement body) => Act(WindowActs.Accept, body);

    public Task<HubAnswer> Decline(JsonElement body) => Act(WindowActs.Decline, body);

    public Task<HubAnswer> Rest(JsonElement body) => Act(WindowActs.Rest, body);

    public Task<HubAnswer> Open(JsonElement body) => Act(WindowActs.Open, body);

    public Task<HubAnswer> CallNext(JsonElement body) => Act(WindowActs.CallNext, body);

    public Task<HubAnswer> Call(JsonElement body) => Act(WindowActs.Call, body);

    public Task<HubAnswer> Recall(JsonElement body) => Act(WindowActs.Recall, body);

    public Task<HubAnswer> Start(JsonElement body) => Act(WindowActs.Start, body);

    public Task<HubAnswer> Finish(JsonElement body) => Act(WindowActs.Finish, body);

    public Task<HubAnswer> NoShow(JsonElement body) => Act(WindowActs.NoShow, body);

    public Task<HubAnswer> Hold(JsonElement body) => Act(WindowActs.Hold, body);

    public Task<HubAnswer> Release(JsonElement body) => Act(WindowActs.Release, body);

    public Task<HubAnswer> Transfer(JsonElement body) => Act(WindowActs.Transfer, body);

    public Task<HubAnswer> Pause(JsonElement body) => Act(WindowActs.Pause, body);

    public Task<HubAnswer> Resume(JsonElement body) => Act(WindowActs.Resume, body);

    public Task<HubAnswer> Close(JsonElement body) => Act(WindowActs.Close, body);

    /// <summary>Puts a held or missed ticket of the hall back in the line; the body names it.</summary>
    public async Task<HubAnswer> Return(JsonElement body)
    {
        if (Attending is not { } attendant)
            return NotAttending();
        var reader = new BodyReader(body);
        var ticket = reader.Text("ticket", 64);
        if (reader.Refusal is { } refusal)
            return HubAnswer.Of(refusal);
        return HubAnswer.Of(await Guarded(async () =>
        {
            var back = await tickets.Return(attendant.Hall, ticket, body, Context.ConnectionAborted);
            return back is Reply.Given
                ? await windows.Show(attendant.Hall, attendant.Window, Context.ConnectionAborted)
                : back;
        }));
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Page is { } page)
            rooms.Leave(page);
        return base.OnDisconnectedAsync(exception);
    }

    private CounterPage? Page =>
        Context.Items.TryGetValue(typeof(CounterPage), out var kept) ? kept as CounterPage : null;

    private Attendant? Attending => Page as Attendant;

    private void Enter(CounterPage page)
    {
        var before = Page;
        Context.Items[typeof(CounterPage)] = page;
        if (before is not null)
            rooms.Leave(before);
        rooms.Enter(page);
    }

    /// <summary>The connection ended while the hall was asked, and its end was told before the page was in.</summary>
    private void LeaveIfEnded(CounterPage page)
    {
        if (Context.ConnectionAborted.IsCancellationRequested)
            rooms.Leave(page);
    }

    private async Task<Reply> Attend(Attendant attendant)
    {
        var reply = await windows.Show(attendant.Hall, attendant.Window, Context.ConnectionAborted);
        if (reply is not Reply.Given { Value: ShownWindow window })
            return reply;
        if (!attendant.HasPostAt(window))
            return Problems.Of("clerk-unknown");
        Enter(attendant);
        LeaveIfEnded(attendant);
        return reply;
    }

    private async Task<Reply> StandBy(Deputy deputy)
    {
        Reply? reply = null;
        try
        {
            reply = await standing.Begin(deputy.Hall, deputy.Clerk, Context.ConnectionAborted);
            if (reply is Reply.Given)
                Enter(deputy);
            return reply;
        }
        finally
        {
            // He may be on standby all the same, and no page of his is in.
            if (reply is null or Reply.Denied { Problem.Code: Codes.TryAgain })
                rooms.Miss(deputy);
            LeaveIfEnded(deputy);
        }
    }

    private async Task<HubAnswer> Act(WindowCall call, JsonElement body) => Attending is { } attendant
        ? HubAnswer.Of(await Guarded(
            () => windows.Act(attendant.Hall, attendant.Window, call, body, Context.ConnectionAborted)))
        : NotAttending();

    private Task<Reply> Guarded(Func<Task<Reply>> ask) => calls.Guard(ask, Context.ConnectionAborted);

    private static HubAnswer NotAttending() => HubAnswer.Of(Problems.Invalid(null, "Attend a window first."));
}
