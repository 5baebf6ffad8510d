using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Doors;

public sealed class KioskLimitTests
{
    [Fact]
    public async Task More_numbers_than_the_limit_are_refused_and_later_they_are_given()
    {
        await using var server = await YihaoServer.Start("--Doors:TicketsPerSecond", "3");
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => server.Http.Take("450521")));
        var refused = answers.Where(a => a.StatusNumber == 429).ToList();
        Assert.InRange(answers.Count(a => a.StatusNumber == 201), 6, 15);
        Assert.NotEmpty(refused);
        refused.ForEach(r => r.Refused(429, "too-many-requests"));
        // Reading is not limited.
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => server.Http.Get("/api/halls/450521/board"))),
            a => a.Accepted());
        await Wait.Until(
            async () => (await server.Http.Take("450521")).StatusNumber == 201,
            TimeSpan.FromSeconds(10), () => "a number is given again");
        using var again = await server.Http.PostAsync("/api/halls/450521/tickets", null);
        Assert.True((int)again.StatusCode is 415 or 429);
    }
}
