using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// Whoever is away without a word for longer than the hall waits is missed. A hall that moves, and one that stands
/// still, begins to wait anew: only what happened at a hall that was up and quick all the while proves something.
/// </summary>
internal static class LongAbsences
{
    /// <summary>How late a loss may be told, and how exactly the run's clock is known.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(3);

    /// <summary>By then a hall that came up has heard of the pages at its windows.</summary>
    private static readonly TimeSpan Heard = TimeSpan.FromSeconds(5);

    /// <summary>So long before a hall goes home, its windows may have gone.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(30);

    /// <summary>Who waited so long for the hall found it standing still.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1.5);

    public static void Look(Run run, HallLedger ledger, IEnumerable<Absence> absences, Findings findings)
    {
        if (run.Clock is not { } clock || run.CatalogueOf(ledger.Hall) is not { } catalogue)
            return;
        var wait = catalogue.Plan.Settings.CoverAfter;
        foreach (var absence in absences)
        {
            var (from, to) = Quiet(run, absence);
            if (Missed(ledger, clock, absence, from, to) is not { } missed)
                continue;
            if (!missed && (to - from <= wait + Late || !IsCalm(run, ledger, clock, absence)))
                continue;
            findings.Look("absence");
            if (!missed)
                findings.Find(ledger.Hall, $"{absence}: nobody missed the clerk between {from} and {to}");
        }
    }

    /// <summary>The longest span of an absence in which nobody did anything at the window.</summary>
    private static (TimeSpan From, TimeSpan To) Quiet(Run run, Absence absence)
    {
        var window = $"windows/{absence.Window}/";
        var (from, best) = (absence.From, (From: absence.From, To: absence.From));
        foreach (var act in Around(run, absence)
            .Where(a => a.Path.Trim('/').StartsWith(window, StringComparison.Ordinal)).OrderBy(a => a.Invoked))
        {
            Take(act.Invoked);
            from = act.Returned > from ? act.Returned : from;
        }

        Take(absence.To);
        return best;

        void Take(TimeSpan to)
        {
            if (to - from > best.To - best.From)
                best = (from, to);
        }
    }

    private static bool IsCalm(Run run, HallLedger ledger, ClockZero clock, Absence absence) =>
        Around(run, absence).All(a => a.Status != 0 && a.Returned - a.Invoked < Slow)
        && !ledger.Events.Any(e => e.Event is HallResumed or HallPlanned
            && clock.Of(e.At) >= absence.From - Heard && clock.Of(e.At) <= absence.To + Ahead);

    private static IEnumerable<Attempted> Around(Run run, Absence absence) => run.Questions.Select(q => q.Attempt)
        .Where(a => a.Hall == absence.Hall && a.Returned >= absence.From && a.Invoked <= absence.To);

    /// <summary>Null when the clerk was not at the window, or left it with a word.</summary>
    private static bool? Missed(HallLedger ledger, ClockZero clock, Absence absence, TimeSpan from, TimeSpan to)
    {
        var isOpen = false;
        foreach (var (happened, at) in ledger.Events.Select(e => (e.Event, clock.Of(e.At))))
        {
            if (at > to + Late)
                break;
            if (happened is WindowCovered cover && cover.Window == $"{absence.Window}" && cover.By == cover.Window)
                isOpen = false;
            if (happened is not WindowChanged changed || changed.Window != $"{absence.Window}"
                || changed.Change is WindowChange.Silent or WindowChange.Heard)
                continue;
            if (at >= from)
            {
                if (!isOpen)
                    return null;
                return changed.Change == WindowChange.Unattended ? true : at < to ? null : false;
            }

            isOpen = changed.Clerk == absence.Clerk
                && changed.Change is (WindowChange.Opened or WindowChange.Resumed or WindowChange.Attended);
        }

        return isOpen ? false : null;
    }
}
