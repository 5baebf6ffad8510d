namespace Yihao.Hub.Demo;

/// <summary>
/// Sample citizens of one hall: they come one by one, and take about as much time as the clerks have.
/// </summary>
internal sealed class DemoCitizens(DemoDoor door, DemoPace pace, string hall, DemoMatters matters, int windows)
{
    private const double Load = 0.9;
    private const int NobodyComesBeyond = 40;

    private static readonly string[] Reasons = ["elder", "disabled", "pregnant", "infant", "soldier"];

    public async Task Come(CancellationToken cancellation)
    {
        var apart = matters.MeanService / (windows * Load);
        while (true)
        {
            await pace.Spend(DemoPace.NextArrival(apart), cancellation);
            if (!await IsTooFull(cancellation))
                await TakeNumber(cancellation);
        }
    }

    private async Task<bool> IsTooFull(CancellationToken cancellation)
    {
        var board = await door.Get($"/api/halls/{hall}/board", cancellation);
        return board.Code is not null
            || board.Body.GetProperty("waiting").EnumerateArray().Sum(c => c.GetProperty("count").GetInt32())
            > NobodyComesBeyond;
    }

    private async Task TakeNumber(CancellationToken cancellation)
    {
        var matter = matters.Wish();
        var wish = new Dictionary<string, object?> { ["matter"] = matter, ["class"] = "normal" };
        if (DemoPace.Chance(0.1))
            (wish["class"], wish["reason"]) = ("priority", Reasons[Random.Shared.Next(Reasons.Length)]);
        var taken = await door.Post($"/api/halls/{hall}/tickets", wish, cancellation);
        if (taken.Code is "matter-not-served-here" or "matter-unknown")
            matters.NotServed(matter);
        if (taken.Code is null && DemoPace.Chance(0.03))
            _ = ChangeMind(taken.Text("link")!, taken.Text("number")!, cancellation);
    }

    private async Task ChangeMind(string link, string number, CancellationToken cancellation)
    {
        try
        {
            await pace.Spend(DemoPace.Between(60, 600), cancellation);
            var wish = new Dictionary<string, object?> { ["number"] = number };
            await door.Post($"/api/tickets/{link}/cancel", wish, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The demo ends: the number stays.
        }
    }
}
