using Yihao.Simulation.Clock;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Play;

/// <summary>A window and the clerk at it, who does at once what there is to do.</summary>
internal sealed class Seat(CountyPlay county, Site site, int number)
{
    /// <summary>A service by camera takes so many times as long.</summary>
    public const double ByCamera = 1.15;

    private const long RecallEvery = 20 * Span.Second;

    /// <summary>The plans made for this seat before a change no longer count.</summary>
    private int turn;
    private long presentSince;
    private Visit? inHand;
    private long serviceLeft;
    private double pace = 1;
    private long startedAt = -1;

    public Site Site => site;

    public int Number => number;

    public string Window { get; } = Plans.Window(number);

    public string Clerk { get; } = Plans.Clerk(site, number);

    /// <summary>Somebody sits here and works.</summary>
    public bool Present { get; private set; }

    public bool IsIdle => Present && inHand is null && !IsAsking;

    /// <summary>Another hall was asked for one of its citizens and has not answered yet.</summary>
    public bool IsAsking { get; set; }

    public long IdleSince { get; private set; }

    public long BusyMicros { get; private set; }

    public long PresentMicros { get; private set; }

    /// <summary>Somebody sits down, or is back; goes on with the ticket in hand if there is one.</summary>
    public void Sit()
    {
        if (!Present)
        {
            (Present, presentSince, IdleSince) = (true, county.Clock.Now, county.Clock.Now);
            if (inHand is not null && startedAt >= 0)
                Serve();
            else if (inHand is not null)
                Await(inHand);
        }

        if (IsIdle)
            TryCall();
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
        (inHand, startedAt, IsAsking) = (visit, -1, false);
        pace = visit.Citizen.Hall == site.Index ? 1 : ByCamera;
        visit.CalledAt = county.Clock.Now;
        Await(visit);
    }

    /// <summary>The ticket left the hand in another way than by this clerk's finishing it.</summary>
    public void Emptied()
    {
        if (inHand is not null && startedAt >= 0)
            inHand.ServiceLeft = (long)(serviceLeft / pace);
        (inHand, startedAt, IdleSince, turn) = (null, -1, county.Clock.Now, turn + 1);
    }

    /// <returns>False when nobody waits for this window.</returns>
    public bool TryCall()
    {
        county.Next(this, false);
        return !IsIdle;
    }

    private void Await(Visit visit)
    {
        if (visit.Comes)
            Plan(visit.Citizen.Walk, Start);
        else
            Plan(RecallEvery, () => Recall(2));
    }

    private void Start()
    {
        county.Act(site.Index, new StartTicket(Window));
        serviceLeft = (long)(inHand!.ServiceLeft * pace);
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
        inHand!.IsRemote = pace > 1;
        (inHand, startedAt, IdleSince) = (null, -1, county.Clock.Now);
        county.Next(this, true);
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
