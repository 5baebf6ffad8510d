using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Grains.Halls.Views;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Judging;

/// <summary>What the hall's own views show of a state, in the shapes of the contract.</summary>
internal sealed class Expected
{
    /// <summary>As many as a hall gives out at once.</summary>
    private const int LongestList = 500;

    private readonly string _ledger;
    private readonly HallViews _halls;

    public Expected(HallCatalogue catalogue, string ledger)
    {
        _ledger = ledger;
        Windows = new WindowViews(catalogue);
        Tickets = new TicketViews(catalogue, new LinkSigner(catalogue.Definition.Hall, new byte[32]));
        _halls = new HallViews(catalogue, Windows, Tickets, new StoppedClock());
    }

    public WindowViews Windows { get; }

    public TicketViews Tickets { get; }

    public Picture Board(Hall hall) => _halls.Picture(hall, _ledger);

    public (HallSummary Summary, HallView Hall) Describe(Hall hall)
    {
        var view = _halls.View(hall);
        return (view.Summary, view);
    }

    public LineView Waiting(Hall hall) => _halls.Waiting(hall, LongestList);

    public LineView Held(Hall hall) => _halls.Held(hall, LongestList);

    /// <summary>Long ago, so that the hall's own last time is what counts.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
