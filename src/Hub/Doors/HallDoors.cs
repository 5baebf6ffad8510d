using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Bodies;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Doors;

/// <summary>Halls: the list, one hall, its matters, lines, board and ledger.</summary>
internal static class HallDoors
{
    public static void MapHalls(this IEndpointRouteBuilder api)
    {
        var halls = api.MapGroup("/api/halls").WithTags("Halls");
        halls.MapGet("", async (HttpContext http, HallList list) =>
                Results.Json(await list.All(http.RequestAborted), HubJson.Options))
            .Says<IReadOnlyList<ListedHall>>("listHalls", "All halls, parents before children, with their waits.");
        halls.MapGet("/{hall}", (string hall, HttpContext http, HallCalls calls) =>
                Answering.Plainly(http, calls.Describe(hall, http.RequestAborted)))
            .Says<ShownHall>("describeHall", "One hall with its areas, classes and windows.").Refuses(404);
        halls.MapGet("/{hall}/matters", (string hall, string? q, HttpContext http, HallCalls calls) =>
                Answering.Plainly(http, calls.Matters(hall, q, http.RequestAborted)))
            .Says<IReadOnlyList<MatterView>>("listMatters", "The matters that the hall takes; q searches in them.")
            .Refuses(400, 404);
        halls.MapGet("/{hall}/advice", (string hall, string? matter, HttpContext http, Advising advising) =>
                Answering.Plainly(http, advising.Advise(hall, matter, http.RequestAborted)))
            .Says<ShownAdvice>("advise", "Where the same matter is served sooner: open windows, p50 to p90 of waits.")
            .Refuses(400, 404);
        halls.MapPost("/{hall}/standby", (string hall, HttpContext http, PostCalls posts) =>
                Answering.WithBody(http, body => posts.StandBy(hall, body, http.RequestAborted)))
            .Says<ShownStandby>("standBy", "A deputy without a window comes, or goes.")
            .Takes(typeof(StandbyBody)).Refuses(404, 409, 422);
        MapLines(halls);
        halls.MapGet("/{hall}/board", (string hall, HttpContext http, HallCalls calls) =>
                Answering.Plainly(http, calls.Board(hall, http.RequestAborted)))
            .Says<ShownBoard>("showBoard", "What the screens of the hall show.").Refuses(404);
        halls.MapGet("/{hall}/ledger", (string hall, string? after, string? take, HttpContext http, HallCalls calls) =>
                Answering.Plainly(http, calls.Ledger(hall, after, take, http.RequestAborted)))
            .Says<IReadOnlyList<LedgerEntry>>("readLedger", "Entries of the hall's ledger after a seq, at most 1,000.")
            .Refuses(400, 404);
    }

    private static void MapLines(RouteGroupBuilder halls)
    {
        halls.MapGet("/{hall}/waiting", (string hall, HttpContext http, HallCalls calls) =>
                Answering.Plainly(http, calls.Waiting(hall, http.RequestAborted)))
            .Says<ShownLine>("listWaiting", "Who waits, in calling order, and why.").Refuses(404);
        halls.MapGet("/{hall}/held", (string hall, HttpContext http, HallCalls calls) =>
                Answering.Plainly(http, calls.Held(hall, http.RequestAborted)))
            .Says<ShownLine>("listHeld", "Tickets on hold, then those who missed their call.").Refuses(404);
    }
}
