using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Grains.Telemetry;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>
/// A hall while one activation owns it: decide, apply and append in one turn, await durable, answer; what is durable is
/// published in the order of seq. Knows nothing of Orleans. Used from one thread at a time, like a grain.
/// </summary>
public sealed class LiveHall
{
    /// <summary>Far more than ever follows from one command: a fault of the rules must not stop a silo.</summary>
    private const int MostReactions = 1_000;

    private static readonly React _react = new();

    private readonly ILedgerSession session;
    private readonly TimeProvider time;
    private readonly Action<IReadOnlyList<HallCommit>> publish;
    private readonly Func<int>? attempt;
    private readonly Action<Exception>? lost;
    private readonly Traceless traceless;
    private readonly Queue<(HallCommit Commit, Task Durable)> underWay = [];
    private Hall? hall;
    private byte[] lastHash;
    private Task tail = Task.CompletedTask;
    private long ids;
    private Exception? failure;

    /// <param name="loaded">The hall as its ledger has it; null for a new ledger.</param>
    /// <param name="publish">Told of every commit, in order, once it is durable; of those that became durable together
    /// at once.</param>
    /// <param name="recent">The last events of that ledger.</param>
    /// <param name="attempt">Which try of a request is being executed; null where no copy comes late.</param>
    /// <param name="lost">Told when the ledger cannot be reached, or is another's, before the caller is; and when
    /// something durable could not be published.</param>
    public LiveHall(
        ILedgerSession session, Hall? loaded, TimeProvider time, Action<IReadOnlyList<HallCommit>> publish,
        IReadOnlyList<(long Seq, Recorded Recorded)>? recent = null, Func<int>? attempt = null,
        Action<Exception>? lost = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        (this.attempt, this.lost, traceless) = (attempt, lost, new Traceless(time));
        (this.session, hall, this.time, this.publish) = (session, loaded, time, publish);
        traceless.Restore(recent ?? []);
        lastHash = session.OpenedAtHash;
        DurableSeq = session.OpenedAtSeq;
    }

    /// <summary>
    /// The state, which may be ahead of what is durable: await <see cref="Durable"/> before telling anybody.
    /// </summary>
    public Hall Hall => hall ?? throw new InvalidOperationException("the hall has no plan yet");

    public long DurableSeq { get; private set; }

    /// <summary>The hash of the last appended entry.</summary>
    public byte[] LastHash => lastHash;

    /// <summary>
    /// An append failed, and so does every later one, or worse: this activation may know more than the ledger and must
    /// go.
    /// </summary>
    public bool Failed => failure is not null || tail.IsFaulted;

    /// <summary>An id that no other hall, ledger or entry has: of what the next entry begins.</summary>
    public string NextId() => $"{session.Hall}.{session.Ledger}.{Hall.Seq + 1}.{++ids}";

    /// <summary>Makes the first entry of a new ledger.</summary>
    public async Task Begin(HallPlan plan)
    {
        if (hall is not null)
            throw new InvalidOperationException("the hall has a plan already");
        var first = new Recorded(Micros(time.GetUtcNow()), new HallPlanned(plan), null);
        hall = Hall.Begin(first);
        Append([first]);
        await tail;
        GiveOut(Hall.Seq);
    }

    /// <summary>
    /// Decides a command and does it. <paramref name="view"/> is made in the same turn, so that it shows exactly the
    /// state the decision made; it is given out when that state is durable.
    /// </summary>
    /// <param name="then">Done with the answer at that time, before anybody has it: one wait less than doing it
    /// outside.</param>
    /// <exception cref="LedgerUnavailableException">Outcome unknown, or no room: repeat with the same
    /// request.</exception>
    /// <exception cref="LedgerFencedException">Another activation owns the hall: repeat with the same
    /// request.</exception>
    /// <exception cref="TimeoutException">A late copy of a try whose caller has an answer already.</exception>
    public async Task<T> Execute<T>(
        HallCommand command, Request? request, Func<Hall, Decision, Outcome?, T> view, Action<T>? then = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        try
        {
            StandStill();
            if (request is { } late && Tried() is { } copy && traceless.Had(late.Key, copy))
                throw new TimeoutException("a later try of this request was answered: this is an old copy");
            using var step = CommandTrace.Begin(session.Hall, command);
            var (decision, outcome) = DecideNow(command, request);
            var answer = view(Hall, decision, outcome);
            var accepted = decision is Decision.Accept || command is PassTime;
            if (accepted && request is { } done)
                traceless.Done(done.Key);
            var upTo = Hall.Seq;
            await tail;
            GiveOut(upTo);
            if (!accepted)
            {
                await session.Confirm();
                if (request is { } had && decision is not Decision.Repeat && Tried() is { } tries)
                    traceless.Answered(had.Key, tries);
            }

            then?.Invoke(answer);
            return answer;
        }
        catch (Exception failure) when (failure is LedgerFencedException or LedgerUnavailableException)
        {
            lost?.Invoke(failure);
            throw;
        }
    }

    /// <summary>Completes when everything decided so far is durable.</summary>
    public Task Durable()
    {
        StandStill();
        return tail;
    }

    /// <summary>
    /// Completes when everything decided so far is durable, and nobody else had the hall when this was called: an
    /// answer that appends nothing is not older than its question.
    /// </summary>
    public async Task Confirmed()
    {
        try
        {
            await Durable();
            await session.Confirm();
        }
        catch (Exception failure) when (failure is LedgerFencedException or LedgerUnavailableException)
        {
            lost?.Invoke(failure);
            throw;
        }
    }

    private (Decision Decision, Outcome? Outcome) DecideNow(HallCommand command, Request? request)
    {
        var now = Decide.TimeIn(Hall, time.GetUtcNow());
        if (Decide.DayIsOver(Hall, now))
            Do(new PassTime(), null, now);
        var decision = Do(command, request, now);
        // Whoever has the hall when a copy of an earlier try comes must know that nothing was done.
        if (decision is Decision.Refuse or Decision.Nobody && request is { } told && Tried() is > 1 and var tries)
            Happen([new RequestAnswered(told, tries)], null, now);
        return (decision, decision switch
        {
            Decision.Accept when request is { } asked => Hall.Accepted.Find(asked.Key)?.Outcome,
            Decision.Repeat repeat => repeat.Outcome,
            _ => null,
        });
    }

    /// <summary>
    /// What a command does and what follows from it at once go into the ledger together: nobody sees the hall in
    /// between, not even after a crash.
    /// </summary>
    private Decision Do(HallCommand command, Request? request, DateTimeOffset now)
    {
        var decision = Decide.On(Hall, command, request, now);
        if (decision is Decision.Accept || command is PassTime)
            Happen((decision as Decision.Accept)?.Events ?? [], request, now);
        return decision;
    }

    private void Happen(IReadOnlyList<HallEvent> events, Request? request, DateTimeOffset now)
    {
        try
        {
            var happened = new List<Recorded>(2);
            Apply(events, request, now, happened);
            for (var i = 0; i < MostReactions && Decide.On(Hall, _react, null, now) is Decision.Accept more; i++)
                Apply(more.Events, null, now, happened);
            if (happened.Count > 0)
                Append(happened);
        }
        catch (Exception why)
        {
            // What throws here leaves a state that no ledger has: nothing may be decided on it.
            failure ??= why;
            throw;
        }
    }

    private void Apply(
        IReadOnlyList<HallEvent> events, Request? request, DateTimeOffset now, List<Recorded> happened)
    {
        for (var i = 0; i < events.Count; i++)
        {
            var recorded = new Recorded(now, events[i], i == events.Count - 1 ? request : null);
            Hall.Apply(recorded);
            happened.Add(recorded);
        }
    }

    private void Append(List<Recorded> recorded)
    {
        var entries = new LedgerEntry[recorded.Count];
        var first = Hall.Seq - recorded.Count + 1;
        for (var i = 0; i < recorded.Count; i++)
        {
            entries[i] = EventCodec.Encode(session.Hall, first + i, recorded[i], lastHash);
            lastHash = entries[i].Hash;
        }

        tail = session.Append(entries);
        underWay.Enqueue((HallCommit.Of(Hall, first, recorded, lastHash), tail));
    }

    /// <summary>
    /// Publishes in order what is durable: everything up to the seq that was waited for, and what else is by now, in
    /// one message. Commands come back from their waits in any order, and each finds what those in front of it left.
    /// Nothing once a command has failed halfway: messages show the state.
    /// </summary>
    private void GiveOut(long upTo)
    {
        if (DurableSeq >= upTo || failure is not null)
            return;
        var durable = new List<HallCommit>(1);
        while (underWay.TryPeek(out var next)
            && (next.Commit.LastSeq <= upTo || next.Durable.IsCompletedSuccessfully))
            durable.Add(underWay.Dequeue().Commit);
        DurableSeq = durable[^1].LastSeq;
        try
        {
            publish(durable);
        }
        catch (Exception why)
        {
            // The command is durable and is answered; an activation that cannot publish what is durable must go.
            failure = why;
            lost?.Invoke(why);
        }
    }

    private void StandStill()
    {
        if ((failure ?? tail.Exception?.InnerException) is { } why)
            throw new LedgerFencedException($"this activation must go: {why.Message}");
        if (!session.HasRoom)
            throw new LedgerUnavailableException("too much is waiting to be written");
    }

    private int? Tried() => attempt?.Invoke();

    private static DateTimeOffset Micros(DateTimeOffset clock) =>
        new(clock.UtcTicks - clock.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
