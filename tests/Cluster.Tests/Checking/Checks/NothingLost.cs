using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// At the end every ticket that was ever taken is done with, or stands in exactly one hall: in its line, at its window,
/// held or missed there. One that moves is kept by the hall that sends it until the other one has it.
/// </summary>
internal sealed class NothingLost : ICheck
{
    /// <summary>Nothing but a fault keeps a move longer on its way.</summary>
    private static readonly TimeSpan LongestMove = TimeSpan.FromSeconds(30);

    public string Rule => "nothing-lost";

    public void Look(Run run, Findings findings)
    {
        var halls = run.Ledgers.ToDictionary(l => l.Hall, Whereabouts.Of);
        var received = run.Ledgers.SelectMany(l => l.Events)
            .Select(r => (r.Event as GuestCame)?.Move)
            .OfType<string>()
            .ToHashSet();
        var end = run.Ledgers.SelectMany(l => l.Events).Select(e => e.At).DefaultIfEmpty().Max();
        var tickets = halls.SelectMany(h => h.Value.Spots.Select(s => (Hall: h.Key, Ticket: s.Key, Spot: s.Value)))
            .Where(t => t.Spot.Loan is null)
            .GroupBy(t => t.Ticket.IdIn(t.Hall));
        foreach (var ticket in tickets)
        {
            findings.Look();
            var home = ticket.Key.Split('-')[0];
            var places = ticket.Where(t => Has(t.Spot, received)).ToList();
            if (places.Count != 1)
            {
                var all = string.Join(", ", ticket.Select(t => $"{t.Hall}: {t.Spot.Stage}"));
                findings.Find(home, $"{ticket.Key} is in {places.Count} halls: {all}");
            }
            else if (places[0].Spot.Stage == Stage.Moving && end - places[0].Spot.At > LongestMove)
                findings.Find(home, $"{ticket.Key} has been on its way since {places[0].Spot.At:O}");
        }
    }

    private static bool Has(Spot spot, HashSet<string> received) =>
        spot.IsAlive || spot.Stage == Stage.Ended || (spot.Stage == Stage.Moving && !received.Contains(spot.Move!));
}
