using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// No request is accepted twice, no number given out twice, no guest received twice, and no ticket called or offered
/// that does not wait.
/// </summary>
internal sealed class NeverTwice : ICheck
{
    public string Rule => "never-twice";

    public void Look(Run run, Findings findings)
    {
        foreach (var ledger in run.Ledgers)
        {
            Requests(ledger, findings);
            Tickets(ledger, findings);
        }
    }

    private static void Requests(HallLedger ledger, Findings findings)
    {
        Dictionary<UInt128, (long Seq, DateTimeOffset At)> accepted = [];
        for (var i = 0; i < ledger.Events.Count; i++)
        {
            if (ledger.Events[i].Request is not { } request)
                continue;
            findings.Look();
            var (seq, at) = (ledger.Entries[i].Seq, ledger.Events[i].At);
            if (accepted.TryGetValue(request.Key, out var first) && at - first.At <= AcceptedRequests.Kept)
                findings.Find(ledger.Hall, $"request {request.Key:x32} was accepted at {first.Seq} and again at {seq}");
            accepted[request.Key] = (seq, at);
        }
    }

    private static void Tickets(HallLedger ledger, Findings findings)
    {
        var whereabouts = new Whereabouts();
        HashSet<string> arrivals = [];
        for (var i = 0; i < ledger.Events.Count; i++)
        {
            if (ledger.Events[i].Event is not TicketEvent happened)
                continue;
            findings.Look();
            var complaint = happened is GuestCame came && !arrivals.Add(came.Loan ?? came.Move ?? string.Empty)
                ? "came by the same loan or move before"
                : Complaint(whereabouts, happened);
            if (complaint is not null)
            {
                findings.Find(
                    ledger.Hall,
                    $"{happened.Kind} at {ledger.Entries[i].Seq}: {happened.Ticket.Shown} {complaint}");
            }

            whereabouts.Happen(happened, ledger.Events[i].At);
        }
    }

    /// <summary>Who is at a window already is the next rule's business.</summary>
    private static string? Complaint(Whereabouts whereabouts, TicketEvent happened)
    {
        var spot = whereabouts.Of(happened.Ticket);
        return (happened, spot.Stage) switch
        {
            (NumberTaken, Stage.Unknown) => null,
            (NumberTaken, _) => "was given out before",
            (TicketCalled or TicketOffered, Stage.Line or Stage.Window) => null,
            (TicketCalled, Stage.Held) => null,
            (TicketCalled called, Stage.Offered) when spot.Window == called.Window => null,
            (TicketCalled or TicketOffered, _) => $"does not wait: {spot.Stage}",
            _ => null,
        };
    }
}
