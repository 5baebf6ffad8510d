using Microsoft.Extensions.DependencyInjection;
using Yihao.Bench.Shared;
using Yihao.Grains.Halls;
using Yihao.Grains.Network;
using Yihao.Grains.Ports;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Bench.Ledgers;

/// <summary>
/// Fills a hall's ledger quickly, while no node runs: numbers are taken, called and finished by the rules themselves,
/// at a time of its own, and go through the product's codec, chain and pump. Days of ten thousand events, the busiest
/// hall's, up to now.
/// </summary>
internal sealed class FilledLedger : TimeProvider
{
    private const int LivesPerDay = 3_000;
    private const int AtOnce = 500;
    private const string Window = "1";

    private static readonly TimeSpan DayLasts = TimeSpan.FromHours(2);
    private static readonly TimeSpan Step = DayLasts / (LivesPerDay + 1);

    private readonly string hall = MeasuredNetwork.Hall(0);
    private DateTimeOffset now;
    private long ids;

    /// <summary>So that going on does not read everything again.</summary>
    private HallSnapshot? snapshot;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Adds whole days until the ledger has so many events or a few more.</summary>
    /// <returns>Where it stands then.</returns>
    public Task<long> FillTo(StorageOptions storage, long events, TextWriter progress) =>
        OneAtATime.Run(() => Fill(storage, events, progress));

    /// <summary>Goes on from where the node has left it: with what its snapshot does not hold.</summary>
    public Task<long> AddTail(StorageOptions storage, int lives) =>
        OneAtATime.Run(() => Add(storage, lives));

    private async Task<long> Fill(StorageOptions storage, long events, TextWriter progress)
    {
        await using var services = new ServiceCollection().AddYihaoStorage(storage).BuildServiceProvider();
        var ledger = services.GetRequiredService<ILedger>();
        var live = await Open(ledger);
        var days = (int)Math.Ceiling((events - live.Hall.Seq) / (3.0 * LivesPerDay));
        var today = System.GetUtcNow() - DayLasts - TimeSpan.FromMinutes(5);
        for (var day = days - 1; day >= 0 && live.Hall.Seq < events; day--)
        {
            await Day(live, today.AddDays(-day), (int)Math.Min(LivesPerDay, (events - live.Hall.Seq) / 3 + 1));
            if (day % 10 == 0)
                progress.WriteLine($"{live.Hall.Seq:n0} of {events:n0} events");
        }

        snapshot = HallSnapshot.Of(HallImage.Of(live.Hall), live.LastHash);
        return live.Hall.Seq;
    }

    private async Task<long> Add(StorageOptions storage, int lives)
    {
        await using var services = new ServiceCollection().AddYihaoStorage(storage).BuildServiceProvider();
        var live = await Open(services.GetRequiredService<ILedger>());
        await Day(live, System.GetUtcNow() - TimeSpan.FromMinutes(5), lives);
        snapshot = HallSnapshot.Of(HallImage.Of(live.Hall), live.LastHash);
        return live.Hall.Seq;
    }

    private async Task<LiveHall> Open(ILedger ledger)
    {
        var session = await ledger.Open(hall, CancellationToken.None);
        var loaded = await HallLoading.Load(ledger, session, snapshot, CancellationToken.None);
        var live = new LiveHall(session, loaded.Hall, this, _ => { });
        if (loaded.Hall is not null)
            return live;
        var network = ((NetworkResult.Valid)NetworkFile.Parse(MeasuredNetwork.Text(1, 1))).Network;
        now = System.GetUtcNow().AddYears(-1);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await live.Begin(new HallCatalogue(network, network.FindHall(hall)!, today).Plan);
        return live;
    }

    private async Task Day(LiveHall live, DateTimeOffset begins, int lives)
    {
        now = begins;
        await live.Execute(new PassTime(), null, (_, decision, _) => decision);
        await Do(live, new OpenWindow(Window, MeasuredNetwork.Clerk(0, 0)));
        List<Task> underWay = [];
        for (var i = 0; i < lives; i++)
        {
            now += Step;
            underWay.Add(Do(live, new TakeNumber(MeasuredNetwork.Matter, TicketClass.Normal, null)));
            underWay.Add(Do(live, new CallNext(Window, true)));
            if (underWay.Count < AtOnce)
                continue;
            await Task.WhenAll(underWay);
            underWay.Clear();
        }

        underWay.Add(Do(live, new FinishTicket(Window, null)));
        underWay.Add(Do(live, new CloseWindow(Window)));
        await Task.WhenAll(underWay);
    }

    private Task<int> Do(LiveHall live, HallCommand command) => live.Execute(
        command, RequestStamp.Of("filler", $"{now.UtcTicks}-{++ids}"), (_, decision, _) => decision is Decision.Accept
            ? 0
            : throw new InvalidOperationException($"{command} was answered {decision}"));
}
