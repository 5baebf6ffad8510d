using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Demo;

public sealed class DemoTests
{
    /// <summary>Citizens of a village come a minute apart at most times, also at this pace.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    [Fact]
    public async Task Sample_people_keep_three_halls_moving_through_a_restart_and_the_server_stops_cleanly()
    {
        await using var server = await YihaoServer.Start("--demo", "60x");
        await Wait.Until(
            async () => (await Busy(server)).Count == 3, Patience, () => "calls in three halls");
        var halls = await Busy(server);
        Assert.Equal([6, 9, 12], halls.Select(h => h.Length).Order());
        await server.Kill();
        await server.StartAgain();
        var before = await Calls(server, halls[0]);
        await Wait.Until(
            async () => await Calls(server, halls[0]) > before + 3, Patience,
            () => $"calls go on after a restart: {before}");
        Assert.Equal(0, await server.Stop());
        Assert.DoesNotContain("stumbled", server.Output, StringComparison.Ordinal);
    }

    private static async Task<List<string>> Busy(YihaoServer server)
    {
        List<string> busy = [];
        foreach (var hall in (await server.Http.Get("/api/halls")).Accepted().Body.EnumerateArray())
        {
            if (hall.GetProperty("windowsOpen").GetInt32() > 0
                && await Calls(server, hall.GetProperty("hall").GetString()!) > 0)
                busy.Add(hall.GetProperty("hall").GetString()!);
        }
        return busy;
    }

    private static async Task<long> Calls(YihaoServer server, string hall)
    {
        var calls = (await server.Http.Get($"/api/halls/{hall}/board")).Accepted()["calls"];
        return calls.GetArrayLength() == 0 ? 0 : calls.EnumerateArray().Max(c => c.GetProperty("seq").GetInt64());
    }
}
