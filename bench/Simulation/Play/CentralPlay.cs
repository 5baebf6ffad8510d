using Yihao.Simulation.Clock;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Play;

/// <summary>
/// What no county can have, to compare with: one scheduler that sees every citizen and clerk and ignores distance.
/// A free clerk takes the earliest effective arrival of the county among those the clerk can serve; a citizen who finds
/// several free clerks goes to the least flexible, then to the one idle longest. Not the rules.
/// </summary>
/// <param name="far">How much longer the service by a clerk of another hall takes.</param>
internal sealed class CentralPlay(CountyDay day, bool posts, double far)
{
    private readonly HallSettings settings = new();
    private readonly PriorityQueue<Visit, (long, long)>[] waiting =
        [.. Matters.All.Select(_ => new PriorityQueue<Visit, (long, long)>())];
    private readonly SortedSet<(long Since, Desk Desk)>[] idle = [.. Enum.GetValues<Level>().Select(_ =>
        new SortedSet<(long Since, Desk Desk)>(Comparer<(long Since, Desk Desk)>.Create(
            (a, b) => (a.Since, a.Desk.Order).CompareTo((b.Since, b.Desk.Order)))))];
    private readonly VirtualClock<Action> clock = new();
    private readonly int[] deputies = [.. Site.All.Select(s => posts ? s.Deputies : 0)];
    private readonly Dictionary<(int, int), Desk> desks = [];

    public IReadOnlyList<Visit> Visits { get; } = [.. day.Citizens.Select(c => new Visit(c))];

    public void Play()
    {
        foreach (var site in Site.All)
        {
            for (var w = 1; w <= site.Windows; w++)
                desks[(site.Index, w)] = new Desk(site, desks.Count);
        }

        foreach (var desk in desks.Values)
            clock.At(Span.Clock(Hours.Opens), () => Sit(desk));
        foreach (var absence in day.Absences)
            clock.At(absence.From, () => Begin(absence));
        foreach (var visit in Visits)
            clock.At(visit.Citizen.At, () => Join(visit));
        while (clock.Next(out var happening))
            happening();
    }

    private void Join(Visit visit)
    {
        var matter = visit.Citizen.Matter;
        for (var level = matter.Lowest; level >= Level.County; level--)
        {
            if (idle[(int)level].Count == 0)
                continue;
            var (since, desk) = idle[(int)level].Min;
            idle[(int)level].Remove((since, desk));
            Call(desk, visit);
            return;
        }

        var headStart = Span.Of(settings.HeadStartOf(visit.Citizen.Class));
        waiting[IndexOf(matter)].Enqueue(visit, (visit.Citizen.At - headStart, visit.Citizen.At));
    }

    private void Free(Desk desk)
    {
        desk.InHand = null;
        if (!desk.Present)
            return;
        if (desk.LeavesAfter)
        {
            desk.Present = false;
            return;
        }

        PriorityQueue<Visit, (long, long)>? best = null;
        (long, long) earliest = default;
        for (var m = 0; m < waiting.Length; m++)
        {
            if (desk.Site.Level <= Matters.All[m].Lowest && waiting[m].TryPeek(out _, out var place)
                && (best is null || place.CompareTo(earliest) < 0))
                (best, earliest) = (waiting[m], place);
        }

        if (best is not null)
            Call(desk, best.Dequeue());
        else
            idle[(int)desk.Site.Level].Add((desk.IdleSince = clock.Now, desk));
    }

    private void Call(Desk desk, Visit visit)
    {
        (desk.InHand, desk.Serving, visit.CalledAt) = (visit, false, clock.Now);
        if (!visit.Comes)
        {
            Plan(desk, 60 * Span.Second, () => Miss(desk, visit));
            return;
        }

        Plan(desk, visit.Citizen.Walk, () =>
        {
            (desk.Serving, desk.StartedAt) = (true, clock.Now);
            visit.IsRemote = desk.Site.Index != visit.Citizen.Hall;
            Plan(desk, (long)(visit.ServiceLeft * (visit.IsRemote ? far : 1)), () =>
            {
                visit.IsServed = true;
                Free(desk);
            });
        });
    }

    private void Miss(Desk desk, Visit visit)
    {
        visit.Misses++;
        if (visit.Citizen.Returns is { } after && visit.Misses == 1)
            clock.In(after, () => Join(visit));
        Free(desk);
    }

    private void Begin(TimeAway absence)
    {
        var desk = desks[(absence.Hall, absence.Window)];
        if (absence.Kind != AbsenceKind.Lunch && deputies[absence.Hall] > 0)
        {
            // The deputy sits down in the same moment: nobody notices.
            deputies[absence.Hall]--;
            clock.At(absence.To, () => deputies[absence.Hall]++);
            return;
        }

        if (absence.Kind == AbsenceKind.Lost)
            Lose(desk);
        else
            desk.LeavesAfter = true;
        idle[(int)desk.Site.Level].Remove((desk.IdleSince, desk));
        if (desk.InHand is null)
            desk.Present = false;
        clock.At(absence.To, () => Sit(desk));
    }

    /// <summary>The citizen in hand is called by somebody else as soon as the loss is noticed.</summary>
    private void Lose(Desk desk)
    {
        desk.Turn++;
        if (desk.InHand is { } visit)
        {
            var done = desk.Serving ? (long)((clock.Now - desk.StartedAt) / (visit.IsRemote ? far : 1)) : 0;
            visit.ServiceLeft -= done;
            clock.In(Span.Of(settings.CoverAfter), () => Join(visit));
        }

        (desk.InHand, desk.Present) = (null, false);
    }

    private void Sit(Desk desk)
    {
        desk.LeavesAfter = false;
        if (desk.Present)
            return;
        desk.Present = true;
        Free(desk);
    }

    private void Plan(Desk desk, long after, Action happening)
    {
        var planned = desk.Turn;
        clock.In(after, () =>
        {
            if (desk.Turn == planned)
                happening();
        });
    }

    private static int IndexOf(Matter matter) =>
        Enumerable.Range(0, Matters.All.Count).First(m => ReferenceEquals(Matters.All[m], matter));

    private sealed class Desk(Site site, int order)
    {
        public Site Site => site;

        public int Order => order;

        public bool Present { get; set; }

        /// <summary>At lunch or on a visit once the ticket in hand is done.</summary>
        public bool LeavesAfter { get; set; }

        public Visit? InHand { get; set; }

        public bool Serving { get; set; }

        public long StartedAt { get; set; }

        public long IdleSince { get; set; }

        public int Turn { get; set; }
    }
}
