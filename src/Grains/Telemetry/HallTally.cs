using Yihao.Grains.Halls;
using Yihao.Grains.Network;
using Yihao.Rules;

namespace Yihao.Grains.Telemetry;

/// <summary>
/// Counts what one hall's commits say, once they are durable; and what the hall adds to its node as long as it lives
/// there. Used from one thread at a time.
/// </summary>
internal sealed class HallTally(Level level)
{
    private bool isHere;
    private int waiting;
    private int openWindows;

    /// <summary>The hall is up on this node.</summary>
    public void Arrive(Hall hall)
    {
        isHere = true;
        HallsHere.Add(this, hall.Plan.Hall);
        Weigh(hall.Lines.Count, OpenIn(hall));
    }

    /// <summary>It goes, or is another node's already. False when that was said before.</summary>
    public bool Leave()
    {
        var left = isHere;
        Weigh(0, 0);
        isHere = false;
        HallsHere.Remove(this);
        return left;
    }

    public void Count(Hall hall, IReadOnlyList<HallCommit> commits)
    {
        // Windows open and close seldom, and a large hall has many to count.
        var changed = false;
        foreach (var commit in commits)
        {
            for (var i = 0; i < commit.Events.Count; i++)
            {
                changed |= commit.Events[i].Event is not TicketEvent;
                Count(hall, commit.Events[i]);
            }
        }

        Weigh(Sum(commits[^1].Waiting), changed ? OpenIn(hall) : openWindows);
    }

    private void Count(Hall hall, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case NumberTaken:
                HallMeter.CountTaken(level);
                break;
            case TicketCalled called:
                CountCall(hall, called.Ticket, recorded.At);
                break;
            case TicketFinished:
                HallMeter.CountFinished(level);
                break;
            case TicketNoShow:
                HallMeter.CountMissed(level);
                break;
        }
    }

    private void CountCall(Hall hall, TicketKey key, DateTimeOffset at)
    {
        var ticket = hall.Ticket(key);
        // A citizen served by camera is called in two halls: the one he sits in counts.
        if (ticket?.Loan is not null)
            return;
        HallMeter.CountCalled(level);
        if (ticket is not null && FirstCallOf(ticket) == at)
            HallMeter.Waited(level, at - ticket.Arrival);
    }

    private static DateTimeOffset? FirstCallOf(Ticket ticket)
    {
        for (var i = 0; i < ticket.Steps.Count; i++)
        {
            if (ticket.Steps[i].Kind == "called")
                return ticket.Steps[i].At;
        }

        return null;
    }

    private void Weigh(int waitingNow, int openNow)
    {
        if (!isHere)
            return;
        HallsHere.Change(waitingNow - waiting, openNow - openWindows);
        (waiting, openWindows) = (waitingNow, openNow);
    }

    private static int OpenIn(Hall hall)
    {
        var open = 0;
        foreach (var window in hall.Windows)
            open += window.Staffing is Staffing.Open ? 1 : 0;
        return open;
    }

    private static int Sum(IReadOnlyList<int> counts)
    {
        var sum = 0;
        for (var i = 0; i < counts.Count; i++)
            sum += counts[i];
        return sum;
    }
}
