using Yihao.Cluster.Tests.Checking.Recording;
using Yihao.Rules;
using static Yihao.Cluster.Tests.Checking.Recording.CheckedCounty;

namespace Yihao.Cluster.Tests.Checking.Planted;

/// <summary>What two halls that do not agree about a ticket would leave behind.</summary>
[Collection<OneRecording>]
public sealed class PlantedGuestTests(RecordedRun recorded)
{
    private readonly Plant plant = new(recorded);

    [Fact]
    public void A_guest_is_received_once_by_the_same_loan()
    {
        plant.Append(County, plant.Event<GuestCame>(County, came => came.Loan is not null));
        plant.IsFound("never-twice", "came by the same loan or move before");
    }

    [Fact]
    public void A_guest_is_received_once_by_the_same_move()
    {
        plant.Append(County, plant.Event<GuestCame>(County, came => came.Move is not null));
        plant.IsFound("never-twice", "came by the same loan or move before");
    }

    [Fact]
    public void A_guest_is_lent_before_he_is_served()
    {
        plant.Append(County, new LoanAsked("x", Village, "1"), Plant.Guest(AtHome(plant.Waiting(Village)), "x", null));
        plant.IsFoundAlone("loans-agree", "which nobody lent");
    }

    [Fact]
    public void A_guest_is_not_served_before_he_is_lent()
    {
        var ticket = plant.Waiting(Village);
        plant.Append(County, new LoanAsked("x", Village, "1"), Plant.Guest(AtHome(ticket), "x", null));
        plant.CatchUp(Village, County);
        Lend(ticket, "R1");
        plant.IsFoundAlone("loans-agree", "before it was lent");
    }

    [Fact]
    public void A_guest_is_the_ticket_that_was_lent()
    {
        var lent = plant.Waiting(Village);
        Lend(lent, "R1");
        plant.CatchUp(County, Village);
        plant.Append(County, new LoanAsked("x", Village, "1"), Plant.Guest(AtHome(plant.Done(Village)), "x", null));
        plant.IsFoundAlone("loans-agree", $"which is of {lent.IdIn(Village)}");
    }

    [Fact]
    public void A_ticket_is_lent_once_by_the_same_loan()
    {
        var ticket = plant.Waiting(Village);
        Lend(ticket, "R1");
        plant.Append(
            Village, new TicketReleased(ticket, "R1", ReleaseCause.TakenAway), new BoothFreed("R1", "x"));
        Lend(ticket, "R2");
        plant.CatchUp(County, Village);
        plant.Append(County, new LoanAsked("x", Village, "1"), Plant.Guest(AtHome(ticket), "x", null));
        plant.IsFoundAlone("loans-agree", "which was lent twice");
    }

    [Fact]
    public void A_guest_sits_in_a_booth_at_home_as_long_as_he_is_served()
    {
        var ticket = plant.Waiting(Village);
        Lend(ticket, "R1");
        plant.Append(Village, new TicketReleased(ticket, "R1", ReleaseCause.ByClerk), new BoothFreed("R1", "x"));
        plant.CatchUp(County, Village);
        plant.Append(
            County,
            new LoanAsked("x", Village, "1"),
            Plant.Guest(AtHome(ticket), "x", null),
            new TicketCalled(AtHome(ticket), "1", "c1", CallRule.Remote, null));
        plant.IsFoundAlone("loans-agree", "but at home it was free at");
    }

    private static TicketKey AtHome(TicketKey ticket) => ticket with { Home = Village };

    private void Lend(TicketKey ticket, string booth) => plant.Append(
        Village,
        new BoothTaken(booth, "x", County, "1", "c1"),
        new TicketCalled(ticket, booth, "c1", CallRule.Earliest, null));
}
