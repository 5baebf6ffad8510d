using Yihao.Contracts;
using Yihao.Grains.Codec;
using Yihao.Grains.Halls.Views;
using Yihao.Grains.Ports;
using Yihao.Grains.Telemetry;
using Yihao.Grains.Tiers;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>Everything one activation needs of its hall, put together once.</summary>
internal sealed class OpenHall
{
    private readonly HallCatalogue catalogue;
    private readonly ILedger ledger;
    private readonly RecentEvents recent;
    private readonly Subscribers subscribers;
    private DateOnly plannedFor;

    private OpenHall(
        HallCatalogue catalogue, ILedger ledger, ILedgerSession session, LoadedHall loaded, HallSurroundings around)
    {
        var time = around.Time;
        (this.catalogue, this.ledger, Session, SnapshotSeq) = (catalogue, ledger, session, loaded.SnapshotSeq);
        recent = new RecentEvents(new ScreenEvents(catalogue.HallName));
        Presence = new Presence(time, around.WindowOf);
        Tally = new HallTally(catalogue.Definition.Level);
        Live = new LiveHall(session, loaded.Hall, time, Publish, loaded.Recent, around.Attempt, around.Lost);
        if (loaded.Hall is { } hall)
            recent.Restore(hall, loaded.Recent);
        subscribers = new Subscribers(time);
        Answers = new Answers(session);
        var links = new LinkSigner(session.Hall, session.LinkKey);
        var windows = new WindowViews(catalogue);
        var tickets = new TicketViews(catalogue, links);
        Tickets = new TicketDesk(Live, Answers, tickets, links);
        Tiers = new TierDesk(Live, catalogue.Neighbours, around.HallOf, time, around.Logger);
        Windows = new WindowDesk(Live, Answers, windows, catalogue, Tiers, Presence);
        Posts = new PostDesk(Live, Answers, Tickets);
        Views = new HallViews(catalogue, windows, tickets, time);
    }

    public ILedgerSession Session { get; }

    public LiveHall Live { get; }

    public HallTally Tally { get; }

    public long SnapshotSeq { get; }

    public Answers Answers { get; }

    public Presence Presence { get; }

    public TicketDesk Tickets { get; }

    public WindowDesk Windows { get; }

    public PostDesk Posts { get; }

    public TierDesk Tiers { get; }

    public HallViews Views { get; }

    public static async Task<OpenHall> Open(
        HallCatalogue catalogue, ILedger ledger, HallSnapshot? snapshot, HallSurroundings around,
        CancellationToken cancellation)
    {
        var session = await ledger.Open(catalogue.Definition.Hall, cancellation);
        var loaded = await HallLoading.Load(ledger, session, snapshot, cancellation);
        var open = new OpenHall(catalogue, ledger, session, loaded, around);
        await open.BringUpToDate(loaded.Hall);
        return open;
    }

    public async Task<Answer<T>> Read<T>(Func<Hall, T> view)
    {
        var answer = Answers.Accept(Live.Hall, view(Live.Hall));
        await Live.Confirmed();
        return answer;
    }

    public IReadOnlyList<MatterView> Matters(string? search) => catalogue.Find(search);

    public async Task<Subscribed> Subscribe(SubscribeRequest request)
    {
        subscribers.Renew(request.Node, request.Observer);
        var known = request.Ledger == Session.Ledger;
        if (known && request.After > recent.LastSeq && await IsOwnNews(request.After))
            return new CaughtUp(recent.Nothing(Session.Hall, Session.Ledger, request.After));
        if (known && recent.Since(Session.Hall, Session.Ledger, request.After) is { } missed)
            return new CaughtUp(missed);
        var picture = Views.Picture(Live.Hall, Session.Ledger);
        await Live.Durable();
        return new Reset(picture, known ? Math.Max(0, picture.Seq - request.After) : 0);
    }

    public async Task<Answer<LedgerPage>> ReadLedger(ReadLedgerRequest request)
    {
        var upTo = Live.DurableSeq;
        var entries = await ledger.Read(Session.Hall, request.After, request.Take, CancellationToken.None);
        var page = new LedgerPage([.. entries.Where(e => e.Seq <= upTo).Select(Line)]);
        return await Read(_ => page);
    }

    /// <summary>
    /// Somebody has seen more than was published here: true when it stood in an answer and is published in a moment. If
    /// the ledger has more than this hall, another activation owns it, and an answer from here would set a screen back.
    /// </summary>
    private async Task<bool> IsOwnNews(long seen)
    {
        await Live.Durable();
        if (seen <= Live.Hall.Seq)
            return seen > recent.LastSeq;
        var entries = await ledger.Read(Session.Hall, seen - 1, 1, CancellationToken.None);
        return entries is [var entry] && entry.Seq > Live.Hall.Seq
            ? throw new LedgerFencedException("another activation has written more than this one knows")
            : false;
    }

    /// <summary>Skills expire with the day: a new day's plan is made anew, and is an event when it differs.</summary>
    public async Task KeepPlan(Func<HallPlan> planOfToday)
    {
        if (plannedFor == Live.Hall.Day)
            return;
        plannedFor = Live.Hall.Day;
        var plan = planOfToday();
        if (!ImageCodec.Same(Live.Hall.Plan, plan))
            await Tell(new PlanHall(plan));
    }

    /// <summary>
    /// A change of the network is an event too; spans of an outage are marked where somebody was in the hall.
    /// </summary>
    private async Task BringUpToDate(Hall? loaded)
    {
        if (loaded is null)
            await Live.Begin(catalogue.Plan);
        else if (!ImageCodec.Same(loaded.Plan, catalogue.Plan))
            await Tell(new PlanHall(catalogue.Plan));
        if (loaded?.Windows.Any(w => w.IsStaffed) == true)
            await Tell(new ResumeHall());
        await Tell(new PassTime());
        plannedFor = Live.Hall.Day;
    }

    private Task<Decision> Tell(HallCommand command) => Live.Execute(command, null, (_, decision, _) => decision);

    private void Publish(IReadOnlyList<HallCommit> commits)
    {
        var after = recent.Keep(Live.Hall, commits);
        if (subscribers.Count > 0)
            subscribers.Publish(recent.After(Session.Hall, Session.Ledger, after));
        Tally.Count(Live.Hall, commits);
        foreach (var commit in commits)
        {
            for (var i = 0; i < commit.Events.Count; i++)
            {
                if (commit.Events[i].Event is WindowCovered covered && covered.By == covered.Window)
                    Presence.Seated(covered.Window);
            }
        }
    }

    private LedgerLine Line(LedgerEntry entry) => new(
        entry.Seq,
        Live.Hall.Clock.Local(entry.At),
        entry.Kind,
        entry.Ticket,
        TicketKey.TryParse(entry.Ticket, out _, out var key) ? key.Shown : null,
        entry.Window,
        entry.Clerk,
        Convert.ToHexStringLower(entry.Hash),
        System.Text.Encoding.UTF8.GetString(entry.Payload));
}
