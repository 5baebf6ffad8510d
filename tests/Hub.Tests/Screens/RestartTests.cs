using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Screens;

public sealed class RestartTests
{
    private const string Hall = "450521";
    private const string Window = "3";

    [Fact]
    public async Task A_screen_shows_every_call_once_and_in_order_through_two_restarts()
    {
        await using var server = await YihaoServer.Start();
        await server.Http.Open(Hall, Window);
        await using var screen = await new Screen(server.Address, Hall).Start();
        await Call(server, 5);
        await Wait.Until(() => screen.Called.Count == 5, "five calls are on the screen");

        await server.Kill();
        await server.StartAgain();
        await Call(server, 5);
        await Wait.Until(() => screen.Called.Count == 10, $"ten calls are on the screen: {screen.Called.Count}");

        await Call(server, 1);
        Assert.Equal(0, await server.Stop());
        await server.StartAgain();
        await Call(server, 4);
        await Wait.Until(() => screen.Called.Count == 15, $"fifteen calls are on the screen: {screen.Called.Count}");

        Assert.Equal(Enumerable.Range(1, 15).Select(n => $"A{n:000}"), screen.Called);
        Assert.Equal(3, screen.Connects);
        // A restart alone never resets the picture.
        Assert.Equal(1, screen.Pictures);
    }

    [Fact]
    public async Task Pictures_and_requests_survive_a_kill()
    {
        await using var server = await YihaoServer.Start();
        await server.Http.Open(Hall, Window);
        var taken = (await server.Http.Take(Hall, "k1")).Accepted();
        (await server.Http.AtWindow(Hall, Window, "call-next", ("requestId", "k2"))).Accepted();
        await server.Kill();
        await server.StartAgain();
        var again = (await server.Http.Take(Hall, "k1")).Accepted();
        Assert.Equal((200, taken.Text("link")), (again.StatusNumber, again.Text("link")));
        var called = (await server.Http.AtWindow(Hall, Window, "call-next", ("requestId", "k2"))).Accepted();
        Assert.Equal(taken.Text("ticket"), called.Text("ticket"));
        var board = (await server.Http.Get($"/api/halls/{Hall}/board")).Accepted();
        Assert.Equal(1, board["calls"].GetArrayLength());
    }

    private static async Task Call(YihaoServer server, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await server.Http.Take(Hall)).Accepted();
            (await server.Http.AtWindow(Hall, Window, "call-next", ("finishCurrent", true))).Accepted();
        }
    }
}
