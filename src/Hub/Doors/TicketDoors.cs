using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Hub.Asking;
using Yihao.Hub.Bodies;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Doors;

/// <summary>Numbers: take, show, QR, cancel, come back.</summary>
internal static class TicketDoors
{
    public static void MapTickets(this IEndpointRouteBuilder api)
    {
        var tickets = api.MapGroup("/api").WithTags("Tickets");
        // As a parameter it would be asked of a new scope with every request.
        var calls = api.ServiceProvider.GetRequiredService<TicketCalls>();
        tickets.MapPost("/halls/{hall}/tickets", (string hall, HttpContext http) =>
                Answering.WithBody(http, body => calls.Take(hall, body, http.RequestAborted)))
            .RequireRateLimiting(KioskLimit.Policy)
            .Says<TakenTicket>("takeNumber", "Takes a number. 200 when this request was accepted before.")
            .Produces<TakenTicket>(StatusCodes.Status201Created)
            .Takes(typeof(TakeNumberBody)).Refuses(404, 409, 422, 429);
        tickets.MapGet("/tickets/{ticketOrLink}", (string ticketOrLink, HttpContext http) =>
                Answering.Plainly(http, calls.Find(ticketOrLink, http.RequestAborted)))
            .Says<ShownTicket>("showTicket", "A ticket by its public id, or by the link on the paper.").Refuses(404);
        tickets.MapGet("/tickets/{link}/qr.svg", QrCode.Write)
            .WithName("showQr").WithSummary("The link as a QR code for the paper.")
            .Produces<string>(contentType: "image/svg+xml").Refuses(404, 503);
        tickets.MapPost("/tickets/{link}/cancel", (string link, HttpContext http) =>
                Answering.WithBody(http, body => calls.Cancel(link, body, http.RequestAborted)))
            .Says<ShownTicket>("cancelTicket", "Gives a number up: by its link, with the number confirmed.")
            .Takes(typeof(CancelBody)).Refuses(404, 409, 422);
        tickets.MapPost("/halls/{hall}/tickets/{ticket}/return",
                (string hall, string ticket, HttpContext http) =>
                    Answering.WithBody(http, body => calls.Return(hall, ticket, body, http.RequestAborted)))
            .Says<ShownTicket>("returnTicket", "Puts a held or missed ticket back in the line.")
            .Takes(typeof(RequestBody)).Refuses(404, 409, 422);
        tickets.MapPost("/halls/{hall}/tickets/{ticket}/take-away",
                (string hall, string ticket, HttpContext http) =>
                    Answering.WithBody(http, body => calls.TakeAway(hall, ticket, body, http.RequestAborted)))
            .Says<ShownTicket>("takeTicketAway", "A supervisor puts a ticket back in the line whose clerk is gone.")
            .Takes(typeof(TakeAwayBody)).Refuses(404, 409, 422);
    }
}
