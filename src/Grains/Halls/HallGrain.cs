using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Yihao.Contracts;
using Yihao.Grains.Network;
using Yihao.Grains.Placement;
using Yihao.Grains.Ports;
using Yihao.Grains.Telemetry;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>The Orleans shell around one <see cref="OpenHall"/>: activation, time, snapshots, giving way.</summary>
[Reentrant, KeepAlive, HallAffine]
public sealed class HallGrain(
    NetworkInForce network,
    ILedger ledger,
    HallHomes homes,
    TimeProvider time,
    StandStill standStill,
    [PersistentState("snapshot", HallGrain.SnapshotStorage)] IPersistentState<HallSnapshotState> snapshot,
    IImagePacking packing,
    ILogger<HallGrain> logger) : Grain, IHallGrain, IRemindable
{
    public const string SnapshotStorage = "snapshots";

    /// <summary>How exactly the hall keeps time: an inferred start or the end of a hold may be late by this.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// The same where nobody waits, is served or held: nothing but the day is due there. Most halls are so most of the
    /// time, and keeping time is what they cost.
    /// </summary>
    private static readonly TimeSpan RestTick = TimeSpan.FromSeconds(1);

    /// <summary>Longer lines are cut in answers to people.</summary>
    private const int LongestList = 500;

    private HallHome? home;
    private HallCatalogue? planned;
    private OpenHall? open;
    private Snapshots? snapshots;
    private IGrainTimer? ticks;
    private bool rests;

    private string HallId => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (network.CatalogueOf(HallId, time.GetUtcNow()) is not { } catalogue)
        {
            HallLog.Unknown(logger, HallId);
            return;
        }

        var begun = time.GetTimestamp();
        var around = new HallSurroundings(time, () => Attempt.Current, HallOf, WindowOf, GiveWayIfLost, logger);
        (planned, home) = (catalogue, new HallHome(homes, HallId));
        open = await OpenHall.Open(catalogue, ledger, snapshot.State.ToSnapshot(), around, cancellationToken);
        snapshots = new Snapshots(snapshot, packing, open.Live, open.SnapshotSeq, logger);
        ticks = this.RegisterGrainTimer(
            KeepTime, new() { DueTime = Tick, Period = Tick, KeepAlive = true, Interleave = true });
        open.Presence.Begin(open.Live.Hall);
        _ = NewDays.Remind(this, open.Live.Hall.Clock, time.GetUtcNow(), logger);
        open.Tally.Arrive(open.Live.Hall);
        HallMeter.Opened(time.GetElapsedTime(begun));
        HallLog.Up(logger, HallId, open.Live.Hall.Seq, open.SnapshotSeq);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        open?.Tally.Leave();
        if (snapshots is not null)
            await snapshots.WriteLast();
    }

    public Task<Answer<TicketTaken>> TakeNumber(TakeNumberRequest request) =>
        InHall(hall => hall.Tickets.Take(request));

    public Task<Answer<TicketView>> CancelTicket(CancelTicketRequest request) =>
        InHall(hall => hall.Tickets.Cancel(request));

    public Task<Answer<TicketView>> ReturnTicket(ReturnTicketRequest request) =>
        InHall(hall => hall.Tickets.Return(request));

    public Task<Answer<WindowAnswer>> AtWindow(WindowRequest request) => InHall(hall => hall.Windows.Act(request));

    public Task<bool> LoseClerk(string window) => Known()?.Windows.Lose(window) ?? Task.FromResult(true);

    public Task MissSigns(string window) => Known()?.Windows.MissSigns(window) ?? Task.CompletedTask;

    public Task HearSigns(string window) => Known()?.Windows.HearSigns(window) ?? Task.CompletedTask;

    public Task<Answer<StandbyView>> StandBy(StandbyRequest request) => InHall(hall => hall.Posts.StandBy(request));

    public Task<Answer<TicketView>> TakeAway(TakeAwayRequest request) => InHall(hall => hall.Posts.TakeAway(request));

    public Task<LendAnswer> Lend(LendRequest request) => Known() is not { } hall
        ? Task.FromResult<LendAnswer>(new NotLent(Codes.HallUnknown))
        : Guard(hall.Tiers.Lending.Lend(request));

    public Task<bool> HearOfLoan(LoanNews news) =>
        Known() is not { } hall ? Task.FromResult(false) : Guard(hall.Tiers.Lending.Hear(news));

    public Task<string?> Receive(MoveRequest request) => Known() is not { } hall
        ? Task.FromResult<string?>(Codes.HallUnknown)
        : Guard(hall.Tiers.Moving.Receive(request));

    public Task HearReport(StarvingReport report)
    {
        open?.Tiers.Hear(report);
        return Task.CompletedTask;
    }

    public Task<Answer<MatterWait>> WaitFor(string matter) =>
        InHall(hall => hall.Read(state => hall.Views.WaitFor(state, matter)));

    public Task<Answer<HallView>> Describe() => InHall(hall => hall.Read(hall.Views.View));

    public Task<Answer<HallSummary>> Summarize() => InHall(hall => hall.Read(hall.Views.Summary));

    public Task<Answer<IReadOnlyList<MatterView>>> Matters(string? search) =>
        InHall(hall => hall.Read(_ => hall.Matters(search)));

    public Task<Answer<Picture>> Board() =>
        InHall(hall => hall.Read(state => hall.Views.Picture(state, hall.Session.Ledger)));

    public Task<Answer<LineView>> ListWaiting() =>
        InHall(hall => hall.Read(state => hall.Views.Waiting(state, LongestList)));

    public Task<Answer<LineView>> ListHeld() =>
        InHall(hall => hall.Read(state => hall.Views.Held(state, LongestList)));

    public Task<Answer<TicketView>> FindHere(string ticketOrLink) =>
        InHall(hall => hall.Tickets.Find(ticketOrLink));

    public async Task<Answer<TicketView>> FindTicket(string ticketOrLink)
    {
        var answer = await FindHere(ticketOrLink);
        HashSet<string> asked = [HallId];
        // From hall to hall, each asked once: a ticket on its way back would lead in circles.
        while (answer is Accepted<TicketView> { Value: { State: "elsewhere", MovedTo: { } to } view }
            && asked.Add(to) && await FindAt(to, view.Ticket) is { } there)
            answer = there;
        return answer;
    }

    public Task<Answer<LedgerPage>> ReadLedger(ReadLedgerRequest request) =>
        InHall(hall => hall.ReadLedger(request));

    public Task<Subscribed> Subscribe(SubscribeRequest request) => Known() is not { } hall
        ? throw new InvalidOperationException($"{HallId} is not in the network")
        : Guard(hall.Subscribe(request));

    public Task Wake()
    {
        Known();
        return Task.CompletedTask;
    }

    /// <summary>
    /// A day begins. The activation was enough: whatever is due is decided in its first tick.
    /// </summary>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    private Task<Answer<T>> InHall<T>(Func<OpenHall, Task<Answer<T>>> ask) =>
        Known() is { } hall ? ask(hall) : Task.FromResult(Answers.HallUnknown<T>());

    /// <summary>
    /// Null when the network did not know the hall: this activation goes, so that the next one looks again.
    /// </summary>
    private OpenHall? Known()
    {
        standStill.RefuseLateCalls();
        if (open is null)
            DeactivateOnIdle();
        return open;
    }

    /// <summary>
    /// An activation that has lost its ledger knows too much: it goes, and the next one reads what is true. For what
    /// reaches the ledger otherwise than through a command or a confirmation, which tell of the loss themselves.
    /// </summary>
    private async Task<T> Guard<T>(Task<T> asked)
    {
        try
        {
            return await asked;
        }
        catch (Exception failure) when (failure is LedgerFencedException or LedgerUnavailableException)
        {
            GiveWayIfLost(failure);
            throw;
        }
    }

    private async Task KeepTime(CancellationToken cancellation)
    {
        try
        {
            await open!.Live.Execute(new PassTime(), null, (_, decision, _) => decision);
            open.Tiers.Tick();
            await open.KeepPlan(() => network.CatalogueOf(HallId, time.GetUtcNow())!.Plan);
            snapshots!.WriteIfDue();
            open.Presence.KeepWatch(open.Live.Hall);
            KeepPace();
            if ((home!.IsElsewhere || !planned!.IsOf(network.Network)) && homes.TakeTurn())
                OpenAnew();
        }
        catch (Exception failure) when (failure is LedgerFencedException or LedgerUnavailableException)
        {
            HallLog.NotOnTime(logger, HallId, failure);
            GiveWayIfLost(failure);
        }
    }

    private void KeepPace()
    {
        if (rests == open!.Live.Hall.IsAtRest)
            return;
        rests = !rests;
        var pace = rests ? RestTick : Tick;
        ticks!.Change(pace, pace);
    }

    /// <summary>The next call finds the hall where it belongs, with the network in force.</summary>
    private void OpenAnew()
    {
        HallLog.OpensAnew(logger, HallId);
        DeactivateOnIdle();
        HallOf(HallId).Wake().Ignore();
    }

    private IHallGrain HallOf(string hall) => GrainFactory.GetGrain<IHallGrain>(hall);

    private IWindowGrain WindowOf(string window) => GrainFactory.GetGrain<IWindowGrain>($"{HallId}/{window}");

    private async Task<Answer<TicketView>?> FindAt(string hall, string ticket)
    {
        try
        {
            return await HallOf(hall).FindHere(ticket) as Accepted<TicketView>;
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            HallLog.NotShown(logger, HallId, hall, failure);
            return null;
        }
    }

    private void GiveWayIfLost(Exception failure)
    {
        if (open is not { } hall || (!hall.Live.Failed && failure is not LedgerFencedException))
            return;
        if (hall.Tally.Leave())
        {
            HallLog.GivesWay(logger, HallId, failure.Message);
            HallMeter.CountGivenWay();
        }

        DeactivateOnIdle();
    }
}
