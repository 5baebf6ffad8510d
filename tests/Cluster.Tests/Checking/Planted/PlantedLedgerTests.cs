using Yihao.Cluster.Tests.Checking.Recording;
using Yihao.Grains.Codec;
using Yihao.Rules;
using static Yihao.Cluster.Tests.Checking.Recording.CheckedCounty;

namespace Yihao.Cluster.Tests.Checking.Planted;

/// <summary>What a faulty silo or database would leave behind.</summary>
[Collection<OneRecording>]
public sealed class PlantedLedgerTests(RecordedRun recorded)
{
    private readonly Plant plant = new(recorded);

    [Fact]
    public void A_dropped_entry_is_a_gap()
    {
        plant.Ledger(County).RemoveAt(10);
        Assert.Contains("ledger", plant.Found());
    }

    [Fact]
    public void A_changed_entry_does_not_fit_its_hash()
    {
        plant.Ledger(County)[10] = plant.Ledger(County)[10] with { Clerk = "somebody" };
        Assert.Equal(["ledger"], plant.Found());
    }

    [Fact]
    public void Time_never_runs_backwards()
    {
        var ledger = plant.Ledger(Village);
        ledger[^1] = ledger[^1] with { At = ledger[0].At - TimeSpan.FromSeconds(1) };
        Assert.Contains("ledger", plant.Found());
    }

    [Fact]
    public void An_epoch_never_goes_back()
    {
        plant.Add(new EpochSeen(County, 5, TimeSpan.FromHours(1)));
        plant.Add(new EpochSeen(County, 4, TimeSpan.FromHours(2)));
        Assert.Equal(["ledger"], plant.Found());
    }

    [Fact]
    public void What_the_verifier_finds_is_found()
    {
        var report = new Storage.LedgerReport(County, 1, [new(County, 1, Storage.LedgerFault.WrongHead)]);
        var ledgers = recorded.Ledgers.Select(l => l.Hall == County ? l with { Report = report } : l).ToList();
        var verdict = Checker.Check(new History(recorded.Notes), ledgers, CheckedCounty.Network);
        Assert.Equal("ledger", Assert.Single(verdict.Violations).Rule);
    }

    [Fact]
    public void An_acknowledged_command_that_was_cut_off_with_the_end_is_missed()
    {
        plant.Ledger(County).RemoveRange(20, plant.Ledger(County).Count - 20);
        Assert.Contains("acknowledged-is-there", plant.Found());
    }

    [Fact]
    public void A_request_is_accepted_once()
    {
        var request = plant.Ledger(County).Select(e => EventCodec.Decode(e).Request).First(r => r is not null);
        plant.AppendAnswered(County, new StandbyChanged("c1", true), request);
        Assert.Contains("never-twice", plant.Found());
    }

    [Fact]
    public void A_number_is_given_out_once()
    {
        var taken = new NumberTaken(plant.Waiting(County), TicketClass.Normal, null, "card", TimeSpan.Zero);
        plant.Append(County, taken);
        Assert.Contains("never-twice", plant.Found());
    }

    [Fact]
    public void Who_is_done_is_not_called()
    {
        plant.Append(County, new TicketCalled(plant.Done(County), "1", "c1", CallRule.Earliest, null));
        Assert.Equal(["never-twice"], plant.Found());
    }

    [Fact]
    public void A_ticket_is_never_called_by_two_windows()
    {
        var ticket = plant.Waiting(County);
        plant.Append(
            County,
            new TicketCalled(ticket, "1", "c1", CallRule.Earliest, null),
            new TicketCalled(ticket, "2", "c2", CallRule.Earliest, null));
        Assert.Equal(["one-window"], plant.Found());
    }

    [Fact]
    public void A_window_never_has_two_tickets_in_hand()
    {
        plant.Append(
            County,
            new TicketCalled(plant.Waiting(County), "1", "c1", CallRule.Earliest, null),
            new TicketCalled(plant.Waiting(County, "land"), "1", "c1", CallRule.Earliest, null));
        Assert.Equal(["one-window"], plant.Found());
    }

    [Fact]
    public void A_ticket_is_finished_where_it_is()
    {
        var ticket = plant.Waiting(County);
        plant.Append(
            County,
            new TicketCalled(ticket, "1", "c1", CallRule.Earliest, null),
            new TicketFinished(ticket, "2", "c2", null));
        Assert.Equal(["one-window"], plant.Found());
    }

    [Fact]
    public void A_ticket_that_moved_and_never_arrived_is_lost()
    {
        var ticket = plant.Waiting(County);
        plant.Append(
            County,
            new MoveBegun(ticket, null, "m", Village, "card", "sooner", false),
            new TicketMoved(ticket, "m", Village));
        Assert.Equal(["nothing-lost"], plant.Found());
    }

    [Fact]
    public void A_ticket_that_stays_on_its_way_is_lost()
    {
        plant.Append(County, new MoveBegun(plant.Waiting(County), null, "m", Village, "card", "sooner", false));
        for (var second = 0; second < 31; second++)
            plant.Append(County, new NoticeGiven(NoticeKind.WaitUnderCap, null));
        Assert.Equal(["nothing-lost"], plant.Found());
    }

    [Fact]
    public void A_ticket_never_stands_in_two_halls()
    {
        plant.Append(Village, Plant.Guest(plant.Waiting(County) with { Home = County }, null, "m"));
        Assert.Equal(["nothing-lost"], plant.Found());
    }

    [Fact]
    public void What_the_rules_would_not_have_decided_is_found()
    {
        var index = plant.Ledger(County).FindLastIndex(e => e.Kind == "called" && HasRequest(e));
        plant.Rewrite<TicketCalled>(County, index, called => called with { Reason = "for fun" });
        Assert.Equal(["replayed-commands"], plant.Found());
    }

    private static bool HasRequest(Grains.Ports.LedgerEntry entry) => EventCodec.Decode(entry).Request is not null;
}
