using System.Text.Json;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Killing;

public sealed class KillTests(ITestOutputHelper output)
{
    private const string Hall = "450521";
    private const int Windows = 20;
    private const int Callers = 200;
    private const int NumbersEach = 50;

    [Fact]
    public async Task Kill_9_in_the_middle_of_ten_thousand_numbers_loses_nothing_and_calls_nobody_twice()
    {
        await using var server = await YihaoServer.Start();
        var hall = new BusyHall(server, Hall);
        await hall.Open(Windows);
        var (probes, begun) = (hall.Taken.Count, DateTime.UtcNow);

        var taking = hall.TakeNumbers(Callers, NumbersEach);
        var serving = hall.Serve();
        await Wait.Until(
            () => Task.FromResult(hall.Taken.Count > Callers * NumbersEach / 2 || taking.IsFaulted),
            TimeSpan.FromMinutes(4), () => $"half of the numbers are taken: {hall.Taken.Count}");
        await server.Kill();
        var takenAtKill = hall.Taken.Count;
        await server.StartAgain();
        await Task.WhenAll(taking, serving).WaitAsync(TimeSpan.FromMinutes(6));
        output.WriteLine(
            $"{hall.Taken.Count} numbers, {takenAtKill} before the kill, {hall.Called.Count} calls, {hall.Repeats} "
            + $"repeats, {(DateTime.UtcNow - begun).TotalSeconds:0} s");

        Assert.InRange(takenAtKill, 1_000, Callers * NumbersEach - 1_000);
        Assert.Equal(Callers * NumbersEach + probes, hall.Taken.Count);
        Check(hall, await hall.Ledger());
        await server.Kill();
        var (exitCode, words) = await server.Verify();
        Assert.True(exitCode == 0, words);
    }

    private static void Check(BusyHall hall, IReadOnlyList<JsonElement> ledger)
    {
        // The ledger has no gap.
        Assert.Equal(Enumerable.Range(1, ledger.Count).Select(s => (long)s), ledger.Select(Seq));
        // Every acknowledged number exists once, and no other does.
        var taken = Tickets(ledger, "taken");
        Assert.Equal(taken.Count, taken.Distinct().Count());
        Assert.Equal(taken.Order(), hall.Taken.Values.Order());
        // Every ticket was called at most once, and only where somebody was told so.
        var called = Tickets(ledger, "called");
        Assert.Equal(called.Count, called.Distinct().Count());
        var told = hall.Called.Values.Select(c => c.Ticket).ToList();
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.Equal(called.Order(), told.Order());
        // In the end everybody was served, but for those whom none of these windows serves.
        Assert.InRange(taken.Except(called).Count(), 0, taken.Count - Callers * NumbersEach);
    }

    private static long Seq(JsonElement entry) => entry.GetProperty("seq").GetInt64();

    private static List<string> Tickets(IReadOnlyList<JsonElement> ledger, string kind) =>
    [
        .. ledger.Where(e => e.GetProperty("kind").GetString() == kind)
            .Select(e => e.GetProperty("ticket").GetString()!),
    ];
}
