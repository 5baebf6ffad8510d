using Yihao.Simulation.Clock;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Play;

/// <summary>A window and the clerk at it, who does at once what there is to do.</summary>
internal sealed class Seat(CountyPlay county, Site site, int number)
{
    private const long RecallEvery = 20 * Span.Second;

    /// <summary>The plans made for this seat before a change no longer count.</summary>
    private int turn;
    private long presentSince;
    private Visit? inHand;
    private long serviceLeft;
    private long startedAt = -1;

    public Site Site => site;

    public int Number => number;

    public string Window { get; } = Plans.Window(number);

    public string Clerk { get; } = Plans.Clerk(site, number);

    /// <summary>Somebody sits here and works.</summary>
    public bool Present { get; private set; }

    public bool IsIdle => Present && inHand is null;

    public long IdleSince { get; private set; }

    public long BusyMicros { get; private set; }

    public long PresentMicros { get; private set; }

    /// <summary>Somebody sits down, or is back; goes on with the ticket in hand if there is one.</summary>
    public void Sit()
    {
        if (Present)
            return;
        (Present, presentSince, IdleSince) = (true, county.Clock.Now, county.Clock.Now);
        if (inHand is not null && startedAt >= 0)
            Serve();
        else if (inHand is null)
            county.Act(site.Index, new CallNext(Window, false));
    }

    /// <summary>Whoever sat here is gone; what was planned does not happen.</summary>
    public void Leave()
    {
        if (!Present)
            return;
        if (startedAt >= 0)
        {
            serviceLeft = Math.Max(0, serviceLeft - (county.Clock.Now - startedAt));
            BusyMicros += county.Clock.Now - startedAt;
        }

        (Present, turn) = (false, turn + 1);
        PresentMicros += county.Clock.Now - presentSince;
    }

    public void Called(Visit visit)
    {
        turn++;
        inHand = visit;
        startedAt = -1;
        visit.CalledAt = county.Clock.Now;
        if (visit.Comes)
            Plan(visit.Citizen.Walk, Start);
        else
            Plan(RecallEvery, () => Recall(2));
    }

    /// <summary>The ticket left the hand in another way than by this clerk's finishing it.</summary>
    public void Emptied()
    {
        if (inHand is not null && startedAt >= 0)
            inHand.ServiceLeft = serviceLeft;
        (inHand, startedAt, IdleSince, turn) = (null, -1, county.Clock.Now, turn + 1);
    }

    public bool TryCall() => county.Act(site.Index, new CallNext(Window, false)).Any(e => e is TicketCalled);

    private void Start()
    {
        county.Act(site.Index, new StartTicket(Window));
        serviceLeft = inHand!.ServiceLeft;
        Serve();
    }

    private void Serve()
    {
        startedAt = county.Clock.Now;
        Plan(serviceLeft, Finish);
    }

    private void Finish()
    {
        BusyMicros += county.Clock.Now - startedAt;
        inHand!.IsServed = true;
        (inHand, startedAt, IdleSince) = (null, -1, county.Clock.Now);
        county.Act(site.Index, new CallNext(Window, true));
    }

    private void Recall(int call)
    {
        county.Act(site.Index, new RecallTicket(Window));
        Plan(RecallEvery, call < 3 ? () => Recall(call + 1) : Miss);
    }

    private void Miss()
    {
        BusyMicros += county.Clock.Now - inHand!.CalledAt;
        county.Missed(inHand);
        (inHand, IdleSince) = (null, county.Clock.Now);
        county.Act(site.Index, new MissTicket(Window));
        if (IsIdle)
            TryCall();
    }

    private void Plan(long after, Action happening)
    {
        var planned = turn;
        county.Clock.In(after, () =>
        {
            if (turn == planned)
                happening();
        });
    }
}
