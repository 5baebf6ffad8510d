using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// A clerk is taken for lost only while the run had really taken him away; a window pauses, closes and changes hands
/// only by a command; a deputy stands in only for a clerk who is away; and whoever is away for long is missed.
/// </summary>
internal sealed class CalmWindows : ICheck
{
    /// <summary>How exactly the run's clock is known on the halls', and how late a loss may be told.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    /// <summary>In a run of this length somebody is away for long enough to be covered.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(90);

    public string Rule => "calm-windows";

    public void Look(Run run, Findings findings)
    {
        if (run.Questions.Count > 0 && run.Questions.Max(q => q.Attempt.Returned) > Long)
            findings.Expect("cover");
        var absences = run.History.All<Absence>().ToLookup(a => (a.Hall, a.Window.ToString()));
        foreach (var ledger in run.Ledgers)
        {
            LongAbsences.Look(
                run, ledger, absences.Where(a => a.Key.Hall == ledger.Hall).SelectMany(a => a), findings);
            Dictionary<string, AbsenceCause?> away = [];
            HashSet<string> wished = [];
            for (var i = 0; i < ledger.Events.Count; i++)
            {
                var complaint = ledger.Events[i].Event switch
                {
                    WindowChanged changed => Change(run, ledger, i, changed, absences, wished),
                    WindowCovered covered => Stands(away, covered.Window, covered.Cause),
                    MattersRerouted { To.Count: > 0, Cause: { } cause } rerouted =>
                        Stands(away, rerouted.Window, cause),
                    _ => string.Empty,
                };
                if (complaint?.Length == 0)
                    continue;
                findings.Look(ledger.Events[i].Event is WindowChanged { Change: var change } ? $"{change}" : "cover");
                if (complaint is not null)
                    findings.Find(ledger.Hall, $"{ledger.Events[i].Event} at {ledger.Entries[i].Seq}: {complaint}");
                Follow(ledger.Events[i].Event, away, wished);
            }
        }
    }

    private static string? Change(
        Run run, HallLedger ledger, int index, WindowChanged changed,
        ILookup<(string Hall, string Window), Absence> absences, HashSet<string> wished)
    {
        switch (changed.Change)
        {
            case WindowChange.Unattended:
                var at = run.Clock?.Of(ledger.Events[index].At);
                return absences[(ledger.Hall, changed.Window)].Any(a => Explains(a, changed.Clerk, at))
                    ? null
                    : "nobody had taken the clerk away";
            case WindowChange.Opened or WindowChange.Paused when wished.Contains(changed.Window):
                return null;
            case WindowChange.Opened or WindowChange.Paused or WindowChange.PauseWished or WindowChange.ReturnWished:
            case WindowChange.Resumed or WindowChange.Closed:
                return IsCommanded(ledger, index) ? null : "nobody had asked for it";
            default:
                return null;
        }
    }

    private static bool Explains(Absence absence, string clerk, TimeSpan? at) =>
        (absence.Clerk is null || absence.Clerk == clerk)
        && (at is not { } then || (absence.From - Late <= then && then <= absence.To + Late));

    /// <summary>
    /// The events of a command have one time, and the last one its request; a deputy who sits down elsewhere leaves the
    /// window at which he was on a break.
    /// </summary>
    private static bool IsCommanded(HallLedger ledger, int index)
    {
        var at = ledger.Events[index].At;
        for (var i = index; i < ledger.Events.Count && ledger.Events[i].At == at; i++)
        {
            if (ledger.Events[i].Request is not null
                || ledger.Events[i].Event is WindowCovered covered && covered.By == covered.Window)
                return true;
        }

        return false;
    }

    private static string? Stands(Dictionary<string, AbsenceCause?> away, string window, AbsenceCause cause) =>
        away.GetValueOrDefault(window) is { } real && real == cause ? null : $"the clerk of {window} is not away so";

    private static void Follow(HallEvent happened, Dictionary<string, AbsenceCause?> away, HashSet<string> wished)
    {
        if (happened is WindowCovered covered && covered.By == covered.Window)
            away[covered.Window] = null;
        if (happened is not WindowChanged changed || changed.Change is WindowChange.Silent or WindowChange.Heard)
            return;
        away[changed.Window] = changed.Change switch
        {
            WindowChange.Unattended => AbsenceCause.Lost,
            WindowChange.Paused => AbsenceCause.Pause,
            WindowChange.Closed => AbsenceCause.SignOff,
            _ => null,
        };
        if (changed.Change is WindowChange.PauseWished or WindowChange.ReturnWished)
            wished.Add(changed.Window);
        else
            wished.Remove(changed.Window);
    }
}
