using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Hub.Asking;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Doors;

/// <summary>What a clerk does at a window: one door for each of <see cref="WindowActs.All"/>.</summary>
internal static class WindowDoors
{
    public static void MapWindows(this IEndpointRouteBuilder api)
    {
        var window = api.MapGroup("/api/halls/{hall}/windows/{window}").WithTags("Windows");
        // As a parameter it would be asked of a new scope with every request.
        var calls = api.ServiceProvider.GetRequiredService<WindowCalls>();
        foreach (var call in WindowActs.All)
        {
            var door = window.MapPost(
                $"/{call.Name}",
                (string hall, string window, HttpContext http) =>
                    Answering.WithBody(http, body => calls.Act(hall, window, call, body, http.RequestAborted)));
            _ = call == WindowActs.CallNext
                ? door.Says<CalledTicket>(NameOf(call), call.Summary)
                : door.Says<ShownWindow>(NameOf(call), call.Summary);
            door.Takes(call.Body).Refuses(404, 409, 422);
        }
    }

    private static string NameOf(WindowCall call) => $"window-{call.Name}";
}
