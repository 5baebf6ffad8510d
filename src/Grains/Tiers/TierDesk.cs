using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Rules;

namespace Yihao.Grains.Tiers;

/// <summary>All that a hall has to do with other halls.</summary>
internal sealed class TierDesk
{
    private readonly LiveHall live;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Reporting reporting;
    private readonly HashSet<string> helping = new(StringComparer.Ordinal);
    private readonly Elsewhere elsewhere = new();

    public TierDesk(
        LiveHall live, Neighbours neighbours, Func<string, IHallGrain> hallOf, TimeProvider time, ILogger logger)
    {
        (this.live, this.time, this.logger) = (live, time, logger);
        reporting = new Reporting(live, elsewhere, neighbours, hallOf, time);
        Borrowing = new Borrowing(live, elsewhere, hallOf, time, logger);
        Lending = new Lending(live);
        Moving = new Moving(live, hallOf, logger);
    }

    public Borrowing Borrowing { get; }

    public Lending Lending { get; }

    public Moving Moving { get; }

    public void Hear(StarvingReport report)
    {
        elsewhere.Hear(
            live.Hall.Plan.Hall, TierWire.Read(report), report.FromAbove, time.GetUtcNow());
        HelpIfIdle();
    }

    /// <summary>Everything that is due between halls; called after commands and several times a second.</summary>
    public void Tick()
    {
        reporting.Tell(time.GetUtcNow());
        Borrowing.TellHomes();
        Moving.SendAll();
        HelpIfIdle();
    }

    private void HelpIfIdle()
    {
        if (live.Hall.Settings.Mode == DispatchMode.Pull)
            return;
        foreach (var window in Borrowing.IdleWindows().ToList())
        {
            if (helping.Add(window))
                _ = Help(window);
        }
    }

    /// <summary>Push: the ticket that is lent is offered to the clerk.</summary>
    private async Task Help(string window)
    {
        try
        {
            if (await Borrowing.Borrow(window, false) is not { } lent)
                return;
            var taken = await live.Execute(new TakeLoan(window, lent, false), null, (_, decision, _) => decision);
            if (taken is Decision.Refuse)
                await Borrowing.GiveUp(lent.Loan);
        }
        catch (Exception failure)
        {
            // Nothing is lost: a loan that was not taken is given back at the next tick.
            HallLog.NotHelped(logger, live.Hall.Plan.Hall, window, failure);
        }
        finally
        {
            helping.Remove(window);
        }
    }
}
