using Yihao.Cluster.Tests.Faults.Places;

namespace Yihao.Cluster.Tests.Faults.Load;

/// <summary>Takes a number, looks at it now and then, comes back after a missed call, or gives up.</summary>
internal sealed class Citizen(Worker worker)
{
    private readonly RunClock clock = worker.Shift.Clock;

    public Task Live(CancellationToken stop) => worker.Live(() => Visits(stop));

    private async Task Visits(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Visit(Region.Places[worker.Random.Next(Region.Places.Count)].Hall, stop);
            await worker.Think(0.8);
        }
    }

    private async Task Visit(string hall, CancellationToken stop)
    {
        var priority = worker.Chance(0.15);
        var matter = Region.Matters[worker.Random.Next(Region.Matters.Count)];
        // Where nobody works, only what can be served by camera comes to an end.
        var empty = Region.Places.First(p => p.Hall == hall).Posts.All(p => !p.Manned);
        var taken = await worker.Post(hall, "tickets",
            ("matter", empty && matter == "permit" ? "consult" : matter),
            ("class", priority ? "priority" : null), ("reason", priority ? "elder" : null));
        if (taken.IsAccepted)
            await Wait(hall, taken.Text("ticket")!, taken.Text("link")!, taken.Text("number")!, stop);
    }

    private async Task Wait(string hall, string ticket, string link, string number, CancellationToken stop)
    {
        var patience = clock.Now + TimeSpan.FromSeconds(10 + worker.Random.Next(30));
        if (worker.Chance(0.05))
            patience = clock.Now;
        while (clock.Now < patience && !stop.IsCancellationRequested)
        {
            await worker.Think(1.2);
            var seen = await worker.Get(hall, $"tickets/{(worker.Chance(0.5) ? ticket : link)}");
            if (seen.Text("state") is "done" or "cancelled" or "expired")
                return;
            if (seen.Text("state") is "noShow" or "held" && worker.Chance(0.6))
                await worker.Post(seen.Text("movedTo") ?? hall, $"tickets/{ticket}/return");
            if (worker.Chance(0.15))
                await worker.Get(hall, worker.Chance(0.5) ? "board" : worker.Chance(0.5) ? "waiting" : "held");
        }

        await worker.Post(hall, $"tickets/{link}/cancel", ("number", number));
    }
}
