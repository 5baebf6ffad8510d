using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// A ticket that is served as a guest sits in a booth at home all the while, under the same loan: its home lent it
/// before, and has it in no line and at no window until the guest's hall let it go. Only a supervisor at home may take
/// it back earlier.
/// </summary>
internal sealed class LoansAgree : ICheck
{
    /// <summary>The clocks of two nodes may differ by this.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(200);

    public string Rule => "loans-agree";

    public void Look(Run run, Findings findings)
    {
        var lent = run.Ledgers.SelectMany(LentBy).ToLookup(l => l.Loan);
        foreach (var ledger in run.Ledgers)
        {
            foreach (var guest in Guests(ledger))
            {
                findings.Look();
                if (Complaint(ledger.Hall, guest, [.. lent[guest.Loan]]) is { } complaint)
                    findings.Find(ledger.Hall, $"{guest.Ticket} came by loan {guest.Loan}, {complaint}");
            }
        }
    }

    private static string? Complaint(string hall, Stay guest, IReadOnlyList<Stay> homes)
    {
        if (homes is not [var home])
            return homes.Count == 0 ? "which nobody lent" : "which was lent twice";
        if (home.Ticket != guest.Ticket)
            return $"which is of {home.Ticket}";
        if (home.From > guest.From + Apart)
            return $"before it was lent at {home.From:O}";
        var until = guest.To ?? DateTimeOffset.MaxValue;
        return home is { To: { } freed, TakenBack: false } && freed + Apart < until
            ? $"and is at {hall} until {guest.To:O}, but at home it was free at {freed:O}"
            : null;
    }

    private static IEnumerable<Stay> LentBy(HallLedger ledger)
    {
        Dictionary<string, Stay> booths = [];
        foreach (var (at, happened, _) in ledger.Events)
        {
            switch (happened)
            {
                case BoothTaken taken:
                    booths[taken.Booth] = new(taken.Loan, string.Empty, at, null, false);
                    break;
                case TicketCalled called when booths.TryGetValue(called.Window, out var booth):
                    booths[called.Window] = booth with { Ticket = called.Ticket.IdIn(ledger.Hall) };
                    break;
                case TicketReleased { Cause: ReleaseCause.TakenAway } away
                    when booths.TryGetValue(away.Window, out var booth):
                    booths[away.Window] = booth with { TakenBack = true };
                    break;
                case BoothFreed freed when booths.Remove(freed.Booth, out var booth):
                    yield return booth with { To = at };
                    break;
            }
        }

        foreach (var open in booths.Values)
            yield return open;
    }

    private static IEnumerable<Stay> Guests(HallLedger ledger)
    {
        Dictionary<TicketKey, Stay> here = [];
        foreach (var (at, happened, _) in ledger.Events)
        {
            switch (happened)
            {
                case GuestCame { Loan: { } loan } came:
                    here[came.Ticket] = new(loan, came.Ticket.IdIn(ledger.Hall), at, null, false);
                    break;
                case TicketFinished or TicketNoShow or TicketReleased or OfferEnded
                    when here.Remove(((TicketEvent)happened).Ticket, out var stay):
                    yield return stay with { To = at };
                    break;
            }
        }

        foreach (var open in here.Values)
            yield return open;
    }

    /// <param name="To">Null while it goes on.</param>
    private sealed record Stay(string Loan, string Ticket, DateTimeOffset From, DateTimeOffset? To, bool TakenBack);
}
