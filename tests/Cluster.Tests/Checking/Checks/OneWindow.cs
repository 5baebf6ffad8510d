using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// At every seq a ticket is at one window of a hall at most, and a window has one ticket in hand at most. Followed by
/// the names of the events, because the rules' own state has room for one place of a ticket only.
/// </summary>
internal sealed class OneWindow : ICheck
{
    public string Rule => "one-window";

    public void Look(Run run, Findings findings)
    {
        foreach (var ledger in run.Ledgers)
        {
            var whereabouts = new Whereabouts();
            for (var i = 0; i < ledger.Events.Count; i++)
            {
                if (ledger.Events[i].Event is not TicketEvent happened)
                    continue;
                findings.Look();
                if (Complaint(whereabouts, happened) is { } complaint)
                {
                    findings.Find(
                        ledger.Hall,
                        $"{happened.Kind} at {ledger.Entries[i].Seq}: {happened.Ticket.Shown} {complaint}");
                }

                whereabouts.Happen(happened, ledger.Events[i].At);
            }
        }
    }

    private static string? Complaint(Whereabouts whereabouts, TicketEvent happened)
    {
        var spot = whereabouts.Of(happened.Ticket);
        switch (happened)
        {
            case TicketCalled or TicketOffered when spot.Stage == Stage.Window:
                return $"is at window {spot.Window}";
            case TicketCalled called when whereabouts.InHandOf(called.Window) is { } other:
                return $"is called to window {called.Window}, which has {other.Shown} in hand";
            case TicketRecalled or TicketStarted or TicketFinished or TicketNoShow:
            case TicketReleased or TicketHeld { Window: not null } or TicketTransferred { Window: not null }:
            case MoveBegun { Window: not null }:
                return spot.Stage == Stage.Window && spot.Window == happened.AtWindow
                    ? null
                    : $"is not at window {happened.AtWindow} but {spot.Stage} {spot.Window}";
            default:
                return null;
        }
    }
}
