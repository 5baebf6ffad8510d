using System.Reflection;

namespace Yihao.Rules.Tests;

/// <summary>What is true of posts, offers and loans after every command, whatever it was.</summary>
internal static class PostInvariants
{
    private static readonly PropertyInfo Groups =
        typeof(Window).GetProperty("Groups", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public static void Hold(Hall hall)
    {
        AnOfferedTicketIsAtOneWindowAlone(hall);
        ABoothInUseHasOneTicketInHand(hall);
        LoansAndGuestsBelongTogether(hall);
        AClerkIsInOnePlace(hall);
        AWindowServesItsOwnAndWhatItStandsInFor(hall);
        Assert.True(
            hall.Tickets.Where(t => t.Phase is TicketPhase.Moving).ToHashSet().SetEquals(hall.Moving),
            "who is on the way to another hall is not among those who are");
    }

    /// <summary>When nothing more follows: nobody who should be covered is not.</summary>
    public static void Settled(Hall hall, DateTimeOffset now)
    {
        foreach (var window in hall.Windows.Where(w => !w.IsBooth))
        {
            var stands = window.CoveredBy is not null || window.Rerouted.To.Count > 0;
            Assert.False(stands && window.Staffing is Staffing.Open, $"{window.Id} is covered, though open");
            if (Absence.Of(hall, window, now) is null)
                continue;
            var there = window.Plan.PostsB.FirstOrDefault(
                clerk => hall.Standby.Contains(clerk) || IsThere(hall, window, clerk));
            Assert.True(there is null || window.CoveredBy is not null, $"{there} does not cover {window.Id}");
            if (window.CoveredBy is { } by)
                Assert.Contains(hall.Window(by)!.Staffing.AtIt!, window.Plan.PostsB);
        }
    }

    private static bool IsThere(Hall hall, Window away, string clerk) => hall.Windows.Any(
        w => w != away && w.Staffing is Staffing.Open { PauseWish: null } open && open.Clerk == clerk);

    private static void AnOfferedTicketIsAtOneWindowAlone(Hall hall)
    {
        var asked = hall.Windows.Where(w => w.Offer is not null).ToDictionary(w => w.Offer!.Key, w => w.Id);
        var offered = hall.Tickets.Where(t => t.State == TicketState.Offered)
            .ToDictionary(t => t.Key, t => ((TicketPhase.Offered)t.Phase).Window);
        var same = asked.Count == offered.Count && !asked.Except(offered).Any();
        Assert.True(same, "an offer is not where it is said to be");
        foreach (var window in hall.Windows.Where(w => w.Offer is not null))
        {
            var ticket = hall.Ticket(window.Offer!.Key);
            Assert.True(ReferenceEquals(window.Offer, ticket), $"{window.Id} is offered a stranger");
            Assert.True(window is { InHand: null, Staffing: Staffing.Open }, $"{window.Id} is not free for an offer");
        }
    }

    private static void ABoothInUseHasOneTicketInHand(Hall hall)
    {
        foreach (var booth in hall.Windows.Where(w => w.IsBooth))
        {
            Assert.True(booth.Staffing is Staffing.Closed or Staffing.Remote, $"somebody sits at {booth.Id}");
            Assert.Equal(booth.Staffing is Staffing.Remote, booth.InHand is not null);
            Assert.Null(booth.Offer);
        }
    }

    private static void LoansAndGuestsBelongTogether(Hall hall)
    {
        foreach (var window in hall.Windows.Where(w => w.Asking is not null))
            Assert.True(hall.Loan(window.Asking!) is { Ticket: null, End: null } loan && loan.Window == window.Id);
        foreach (var loan in hall.Loans.Where(l => l.End is null))
        {
            if (loan.Ticket is not { } key)
                continue;
            Assert.Equal(loan.Id, hall.Ticket(key)?.Loan);
            var phase = hall.Ticket(key)!.Phase;
            Assert.Equal(loan.Window, phase is TicketPhase.Offered offer ? offer.Window : phase.AtWindow);
        }

        foreach (var guest in hall.Tickets.Where(t => t.Loan is not null && !t.Phase.IsFinished))
            Assert.True(hall.Loan(guest.Loan!) is { End: null }, $"{guest.Key.Shown} is here without a loan");
    }

    private static void AClerkIsInOnePlace(Hall hall)
    {
        var places = hall.Windows.Where(w => !w.IsBooth && w.Staffing is Staffing.Open).Select(w => w.Staffing.AtIt!)
            .Concat(hall.Standby).ToList();
        Assert.True(places.Distinct().Count() == places.Count, $"somebody is twice among {string.Join(", ", places)}");
    }

    /// <summary>Matter by matter, from the plan: its kind and its clerk's skills, and what it stands in for.</summary>
    private static void AWindowServesItsOwnAndWhatItStandsInFor(Hall hall)
    {
        foreach (var window in hall.Windows)
        {
            var clerk = hall.Plan.Clerks.FirstOrDefault(c => c.Clerk == window.Staffing.AtIt);
            var groups = (int[])Groups.GetValue(window)!;
            var away = hall.Windows.Where(a => a.CoveredBy is not null || a.Rerouted.To.Count > 0).ToList();
            foreach (var matter in hall.Plan.Matters.Select(m => m.Matter))
            {
                var may = window.Plan.Serves.Contains(matter)
                    || away.Exists(a => a.Plan.Serves.Contains(matter) && StandsIn(hall, window, a, matter));
                var expected = may && clerk?.Can(matter) != false;
                if (expected != groups.Contains(hall.Lines.Matters.GroupOf(matter)))
                    Assert.Fail($"window {window.Id} {(expected ? "does not serve" : "serves")} '{matter}'");
            }
        }
    }

    private static bool StandsIn(Hall hall, Window window, Window away, string matter) =>
        away.CoveredBy == window.Id
        || (away.Rerouted.To.Contains(window.Id) && away.Rerouted.Matters.Any(
            sample => hall.Lines.Matters.GroupOf(sample) == hall.Lines.Matters.GroupOf(matter)));
}
