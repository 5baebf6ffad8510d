using System.Text.Json;
using Yihao.Contracts;
using Yihao.Hub.Bodies;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Asking;

/// <summary>What citizens do with a number, from the body to the reply.</summary>
internal sealed class TicketCalls(HallRefs refs, GrainCalls calls, KnownHalls halls)
{
    /// <summary>Scope of the request ids of everybody without a window, until devices and people sign in.</summary>
    private const string KioskDoor = "kiosk";

    /// <summary>Scope of the request ids of supervisors, until people sign in.</summary>
    private const string Supervisor = "supervisor";

    private const int LongestReason = 200;

    public async Task<Reply> Take(string hall, JsonElement body, CancellationToken cancellation)
    {
        if (await halls.Find(hall, cancellation) is null)
            return Problems.Of(Codes.HallUnknown);
        var reader = new BodyReader(body);
        var request = ReadTake(reader);
        if (reader.Refusal is { } refusal)
            return refusal;
        return await calls.Ask(
            () => refs.Hall(hall).TakeNumber(request),
            taken => new Reply.Given(
                TakenTicket.Of(taken.Value, taken.AsOf),
                taken.AsOf,
                taken.Repeated ? null : $"/api/tickets/{taken.Value.Ticket}"),
            cancellation);
    }

    public async Task<Reply> Find(string ticketOrLink, CancellationToken cancellation) =>
        await halls.HallOf(ticketOrLink, cancellation) is { } hall
            ? await calls.Ask(() => refs.Hall(hall.Hall).FindTicket(ticketOrLink), Show, cancellation)
            : Problems.Of(Codes.TicketUnknown);

    public async Task<Reply> Cancel(string link, JsonElement body, CancellationToken cancellation)
    {
        if (await halls.HallOf(link, cancellation) is not { } hall)
            return Problems.Of(Codes.TicketUnknown);
        var reader = new BodyReader(body);
        var request = new CancelTicketRequest(reader.RequestId(), link, reader.Text("number", 16));
        if (reader.Refusal is { } refusal)
            return refusal;
        return await calls.Ask(() => refs.Hall(hall.Hall).CancelTicket(request), Show, cancellation);
    }

    public async Task<Reply> Return(string hall, string ticket, JsonElement body, CancellationToken cancellation)
    {
        if (await halls.Find(hall, cancellation) is null)
            return Problems.Of(Codes.HallUnknown);
        // Its own number, or that of a guest who was sent here.
        if (await halls.HallOf(ticket, cancellation) is null)
            return Problems.Of(Codes.TicketUnknown);
        var reader = new BodyReader(body);
        var request = new ReturnTicketRequest(reader.RequestId(), KioskDoor, ticket);
        if (reader.Refusal is { } refusal)
            return refusal;
        return await calls.Ask(() => refs.Hall(hall).ReturnTicket(request), Show, cancellation);
    }

    /// <summary>A supervisor puts a ticket back into the line whose clerk is gone.</summary>
    public async Task<Reply> TakeAway(string hall, string ticket, JsonElement body, CancellationToken cancellation)
    {
        if (await halls.Find(hall, cancellation) is null)
            return Problems.Of(Codes.HallUnknown);
        if (await halls.HallOf(ticket, cancellation) is null)
            return Problems.Of(Codes.TicketUnknown);
        var reader = new BodyReader(body);
        var request = new TakeAwayRequest(
            reader.RequestId(), Supervisor, ticket, reader.Text("reason", LongestReason));
        if (reader.Refusal is { } refusal)
            return refusal;
        return await calls.Ask(() => refs.Hall(hall).TakeAway(request), Show, cancellation);
    }

    private static TakeNumberRequest ReadTake(BodyReader body)
    {
        var id = body.RequestId();
        var matter = body.OptionalText("matter", 64);
        var ticketClass = body.Choice("class", "normal", "priority") ?? "normal";
        var reason = body.Choice("reason", "elder", "disabled", "pregnant", "infant", "soldier");
        if (ticketClass == "priority" && reason is null)
            body.Refuse("reason", "'reason' is missing: priority needs one.");
        if (ticketClass == "normal" && reason is not null)
            body.Refuse("reason", "'reason' is only for priority.");
        return new(id, KioskDoor, matter, ticketClass, reason);
    }

    private static Reply Show(Accepted<TicketView> found) =>
        new Reply.Given(ShownTicket.Of(found.Value, found.AsOf), found.AsOf);
}
