using System.Globalization;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// From the first place of a screen to the end of its hall's ledger it took every call and recall, each once and in
/// order, and nothing that did not happen; and every screen got a picture. Noted as kind <c>picture</c>, a picture sets
/// the place of a screen that begins; a later one may skip calls only when the screen was further behind than halls
/// remember.
/// </summary>
internal sealed class ScreensShowAll : ICheck
{
    private const string Picture = "picture";
    private const int Remembered = 1_000;

    public string Rule => "screens";

    public void Look(Run run, Findings findings)
    {
        findings.Expect("calls", "ends");
        var taken = run.History.All<Shown>().ToLookup(s => (s.Screen, s.Hall));
        var ended = run.History.All<ScreenEnded>().ToLookup(e => (e.Screen, e.Hall));
        foreach (var screen in taken.Select(s => s.Key).Union(ended.Select(e => e.Key)))
        {
            if (run.Ledger(screen.Hall) is not { } ledger)
            {
                findings.Find(screen.Hall, $"{screen.Screen} shows a hall without a ledger");
                continue;
            }

            var last = Look(screen.Screen, ledger, run.LedgerIdOf(ledger.Hall), taken[screen], findings);
            End(screen.Screen, ledger, last, ended[screen].LastOrDefault(), findings);
        }
    }

    /// <returns>Place of the last event that it took; null when it never took one.</returns>
    private static long? Look(
        string screen, HallLedger ledger, string? id, IEnumerable<Shown> taken, Findings findings)
    {
        long? place = null;
        foreach (var shown in taken)
        {
            findings.Look(shown.Kind is "called" or "recalled" ? "calls" : "others");
            if (id is not null && shown.Ledger != id)
                findings.Find(ledger.Hall, $"{screen} was told ledger {shown.Ledger} at {shown.Seq}, it is {id}");
            if (shown.Kind == Picture)
                Draw(screen, ledger, place, shown, findings);
            else
                Take(screen, ledger, place, shown, findings);
            place = Math.Max(place ?? 0, shown.Seq);
        }

        return place;
    }

    private static void Draw(string screen, HallLedger ledger, long? place, Shown picture, Findings findings)
    {
        if (place is { } before && picture.Seq - before <= Remembered)
            Missed(screen, ledger, before, picture.Seq + 1, findings);
    }

    private static void Take(string screen, HallLedger ledger, long? place, Shown shown, Findings findings)
    {
        if (shown.Seq <= place)
            findings.Find(ledger.Hall, $"{screen} took {shown.Kind} {shown.Seq} after {place}");
        if (ledger.At(shown.Seq) is not { } entry || Differs(entry, shown))
            findings.Find(ledger.Hall, $"{screen} took what did not happen: {shown}");
        if (place is { } last)
            Missed(screen, ledger, last, shown.Seq, findings);
    }

    /// <summary>What it believes to have does not count: a batch may say a place and lack the call there.</summary>
    private static void End(string screen, HallLedger ledger, long? last, ScreenEnded? ended, Findings findings)
    {
        findings.Look("ends");
        if (ended is null)
            findings.Find(ledger.Hall, $"{screen} was never asked how far it came");
        else if (last is not { } place)
            findings.Find(ledger.Hall, $"{screen} never got a picture");
        else
        {
            if (ended.Seq < place || ended.Seq > ledger.LastSeq)
                findings.Find(ledger.Hall, $"{screen} ended at {ended.Seq}: took {place}, ends at {ledger.LastSeq}");
            Missed(screen, ledger, place, ledger.LastSeq + 1, findings);
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
