using System.Globalization;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// From the first place of a screen to its last it took every call and recall of its hall, each once and in order, and
/// nothing that did not happen. Noted as kind <c>picture</c>, a picture sets the place of a screen that begins; a later
/// one may skip calls only when the screen was further behind than halls remember.
/// </summary>
internal sealed class ScreensShowAll : ICheck
{
    private const string Picture = "picture";
    private const int Remembered = 1_000;

    public string Rule => "screens";

    public void Look(Run run, Findings findings)
    {
        findings.Expect("calls");
        foreach (var screen in run.History.All<Shown>().GroupBy(s => (s.Screen, s.Hall)))
        {
            if (run.Ledger(screen.Key.Hall) is { } ledger)
                Look(screen.Key.Screen, ledger, run.LedgerIdOf(ledger.Hall), screen, findings);
            else
                findings.Find(screen.Key.Hall, $"{screen.Key.Screen} shows a hall without a ledger");
        }
    }

    private static void Look(
        string screen, HallLedger ledger, string? id, IEnumerable<Shown> taken, Findings findings)
    {
        long? place = null;
        foreach (var shown in taken)
        {
            findings.Look(shown.Kind is "called" or "recalled" ? "calls" : "others");
            if (id is not null && shown.Ledger != id)
                findings.Find(ledger.Hall, $"{screen} was told ledger {shown.Ledger} at {shown.Seq}, it is {id}");
            if (shown.Kind == Picture)
            {
                if (place is { } before && shown.Seq - before <= Remembered)
                    Missed(screen, ledger, before, shown.Seq + 1, findings);
                place = Math.Max(place ?? 0, shown.Seq);
                continue;
            }

            if (shown.Seq <= place)
                findings.Find(ledger.Hall, $"{screen} took {shown.Kind} {shown.Seq} after {place}");
            if (ledger.At(shown.Seq) is not { } entry || Differs(entry, shown))
                findings.Find(ledger.Hall, $"{screen} took what did not happen: {shown}");
            if (place is { } last)
                Missed(screen, ledger, last, shown.Seq, findings);
            place = Math.Max(place ?? 0, shown.Seq);
        }
    }

    /// <summary>Calls between two places, both left out.</summary>
    private static void Missed(string screen, HallLedger ledger, long after, long before, Findings findings)
    {
        for (var seq = after + 1; seq < before; seq++)
        {
            if (ledger.At(seq) is { Kind: "called" or "recalled" } call)
                findings.Find(ledger.Hall, $"{screen} never took {call.Kind} {seq} of {call.Ticket}");
        }
    }

    private static string? NumberOf(LedgerEntry entry) =>
        TicketKey.TryParse(entry.Ticket, out _, out var key) ? key.Shown : null;

    private static bool Differs(LedgerEntry entry, Shown shown) =>
        entry.Kind != shown.Kind
        || (shown.Ticket is { } ticket && ticket != entry.Ticket)
        || (shown.Number is { } number && number != NumberOf(entry))
        || (shown.Window is { } window && window.ToString(CultureInfo.InvariantCulture) != entry.Window);
}
