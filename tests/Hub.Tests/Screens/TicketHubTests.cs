using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Screens;

public sealed class TicketHubTests(SharedServer shared)
{
    private readonly HttpClient http = shared.Http;

    [Fact]
    public async Task A_phone_sees_its_ticket_move_and_not_what_moves_elsewhere()
    {
        var hall = shared.FreshHall();
        await http.Open(hall, "2");
        (await http.Take(hall)).Accepted();
        var link = (await http.Take(hall)).Accepted().Text("link");
        var pushes = new ConcurrentQueue<JsonElement>();
        await using var hub = Hubs.Connect(shared.Server.Address, "ticket");
        hub.On<JsonElement>("ticket", pushes.Enqueue);
        await hub.StartAsync();
        var watched = (await hub.InvokeAsync<JsonElement>("Watch", link)).Value();
        Assert.Equal(1, watched.GetProperty("ahead").GetInt32());

        (await http.AtWindow(hall, "2", "call-next")).Accepted();
        await Wait.Until(() => pushes.Any(p => Ahead(p) == 0), "nobody is ahead any more");
        (await http.AtWindow(hall, "2", "call-next", ("finishCurrent", true))).Accepted();
        await Wait.Until(() => pushes.Any(p => State(p) == "called"), "the ticket is called");
        Assert.Equal("2", pushes.Last().GetProperty("window").GetString());
        (await http.AtWindow(hall, "2", "finish")).Accepted();
        await Wait.Until(() => pushes.Any(p => State(p) == "done"), "the ticket is done");
        // Each push was different from the one before.
        Assert.True(pushes.Count <= 5, $"{pushes.Count} pushes");
    }

    [Fact]
    public async Task An_unknown_link_is_a_problem()
    {
        await using var hub = Hubs.Connect(shared.Server.Address, "ticket");
        await hub.StartAsync();
        Assert.Equal("ticket-unknown", (await hub.InvokeAsync<JsonElement>("Watch", "999999-x")).Code());
        Assert.Equal("ticket-unknown", (await hub.InvokeAsync<JsonElement>("Watch", "450521-20261123-A999-00")).Code());
        Assert.Equal("request-invalid", (await hub.InvokeAsync<JsonElement>("Watch", 7)).Code());
        Assert.Equal("request-invalid", (await hub.InvokeAsync<JsonElement>("Watch", new string('x', 200))).Code());
    }

    private static string? State(JsonElement ticket) => ticket.GetProperty("state").GetString();

    private static int? Ahead(JsonElement ticket) =>
        ticket.GetProperty("ahead").ValueKind == JsonValueKind.Number ? ticket.GetProperty("ahead").GetInt32() : null;
}
