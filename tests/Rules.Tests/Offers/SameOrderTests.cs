using CsCheck;
using Yihao.Rules.Tests.Model;

namespace Yihao.Rules.Tests.Offers;

/// <summary>Both ways keep the same order: a window is offered what its Call next would have called.</summary>
public class SameOrderTests
{
    private const int Runs = 24;

    private static readonly Gen<Dice[]> Commands =
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 94])
            .Select((kind, what, which, time) => new Dice(kind, what, which, time))
            .Array[200];

    [Fact]
    public void An_offer_is_what_Call_next_would_have_called()
    {
        var (offers, rules) = (0, new HashSet<CallRule>());
        for (var run = 0; run < Runs; run++)
        {
            // Every third plan of two is one with offers alone.
            var played = new ModelRun(2 + run / 2 * 6 + run % 2, new Coverage());
            played.Play(Commands.Generate(PCG.Parse(Seeds.Of(run)), null!, out _));
            var hall = Rules.Hall.Begin(played.Ledger[0]);
            foreach (var recorded in played.Ledger.Skip(1))
            {
                if (recorded.Event is TicketOffered offered)
                {
                    var called = WouldCall(hall, offered.Window, recorded.At);
                    Assert.Equal((offered.Ticket, offered.Rule), (called.Ticket, called.Rule));
                    offers++;
                    rules.Add(offered.Rule);
                }

                hall.Apply(recorded);
            }
        }

        Assert.True(offers >= 300, $"only {offers} offers");
        CallRule[] all = [CallRule.Earliest, CallRule.OneWithout, CallRule.Oldest, CallRule.SentHere];
        Assert.Superset(all.ToHashSet(), rules);
    }

    /// <summary>The same hall, but that its clerks call for themselves.</summary>
    private static TicketCalled WouldCall(Hall hall, string window, DateTimeOffset at)
    {
        var pull = Picture.Restored(hall);
        pull.Apply(new Recorded(at, new HallPlanned(pull.Plan.With(s => s with { Mode = DispatchMode.Pull })), null));
        var accept = Assert.IsType<Decision.Accept>(Decide.On(pull, new CallNext(window, false), null, at));
        return Assert.IsType<TicketCalled>(Assert.Single(accept.Events));
    }
}
