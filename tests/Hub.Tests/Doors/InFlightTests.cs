using System.Net.Http.Json;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Doors;

/// <summary>More calls at once than a node takes are refused at once, and go through when they are repeated.</summary>
public sealed class InFlightTests
{
    private const string Hall = "450521";
    private const int Callers = 200;

    [Fact]
    public async Task Calls_beyond_the_bound_are_told_to_try_again_and_none_is_lost_or_done_twice()
    {
        await using var server = await YihaoServer.Start(
            "--Doors:InFlight", "2", "--Doors:TicketsPerSecond", "1000000");
        (await server.Http.Take(Hall, "warm")).Accepted();

        var refused = 0;
        var numbers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async i =>
        {
            while (true)
            {
                using var answer = await server.Http.PostAsJsonAsync(
                    $"/api/halls/{Hall}/tickets", new { requestId = $"many-{i}" });
                var told = await Caller.Read(answer);
                if (answer.IsSuccessStatusCode)
                    return told.Text("number");
                told.Refused(503, "try-again");
                Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
                Interlocked.Increment(ref refused);
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }
        }));

        Assert.Equal(Callers, numbers.Distinct().Count());
        Assert.InRange(refused, 1, int.MaxValue);
        var hall = (await server.Http.Get($"/api/halls/{Hall}")).Accepted();
        Assert.Equal(Callers + 1, hall["waiting"].GetInt32());
    }
}
