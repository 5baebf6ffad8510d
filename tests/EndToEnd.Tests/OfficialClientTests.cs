using Yihao.EndToEnd.Tests.OfficialClient;
using Yihao.EndToEnd.Tests.Stage;

namespace Yihao.EndToEnd.Tests;

/// <summary>Screens of others, that know the contract only.</summary>
public sealed class OfficialClientTests(HallServer server) : IClassFixture<HallServer>
{
    [Fact]
    public async Task The_official_client_has_every_call_once_and_in_order_through_two_restarts_and_one_picture()
    {
        var hall = new Hall(server, "450521");
        await hall.Open("3", "4");
        for (var i = 0; i < 12; i++)
            await hall.Take();
        await using var plain = await OfficialScreen.Follow(server, hall, "plain");
        await using var negotiated = await OfficialScreen.Follow(server, hall, "negotiated");
        OfficialScreen[] screens = [plain, negotiated];
        await hall.CallNext("3");

        for (var round = 0; round < 2; round++)
        {
            await hall.CallNext("4");
            await server.Kill();
            await Task.WhenAll(screens.Select(screen => screen.IsCutOff()));
            await server.Start();
            await hall.CallNext("3");
            await hall.CallNext("4");
            await Task.WhenAll(screens.Select(screen => screen.IsLive()));
            await hall.CallNext("3");
        }

        Assert.Equal(9, (await hall.Calls()).Count);
        foreach (var screen in screens)
        {
            await screen.HearsAll(hall);
            Assert.Equal(1, screen.Pictures);
        }
    }
}
