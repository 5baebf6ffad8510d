using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Grains.Tiers;

/// <summary>
/// Helper: asks another hall for one who starves there, and tells it how far the loan is until it knows the end. Every
/// step stands in this hall's ledger first, every message may be sent again.
/// </summary>
internal sealed class Borrowing(
    LiveHall live, Elsewhere elsewhere, Func<string, IHallGrain> hallOf, TimeProvider time, ILogger logger)
{
    /// <summary>A clerk waits no longer for another hall; then the own citizens are next.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>An open loan is told again after this, so that a home that took it back is heard.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (LoanStatus Status, long At)> told = new(StringComparer.Ordinal);
    private readonly HashSet<string> telling = new(StringComparer.Ordinal);
    private readonly HashSet<string> asking = new(StringComparer.Ordinal);

    /// <summary>Whether another hall has one for this window; most have not, and most halls have no other.</summary>
    public bool MayBorrow(string windowId) => Head(windowId) is not null;

    /// <summary>The ticket another hall lends to this window now; null when it is to call its own.</summary>
    public async Task<LentTicket?> Borrow(string windowId, bool finishCurrent)
    {
        if (Head(windowId) is not var (window, head))
            return null;
        var loan = live.NextId();
        asking.Add(loan);
        try
        {
            var asked = await Tell(new AskLoan(windowId, head.Home, loan, finishCurrent));
            return asked is Decision.Accept ? await Ask(window, head, loan) : null;
        }
        finally
        {
            asking.Remove(loan);
        }
    }

    /// <summary>The loan that a window has not taken after all goes back.</summary>
    public async Task GiveUp(string loan)
    {
        await Tell(new WithdrawLoan(loan));
        TellHomes();
    }

    /// <summary>Push: windows with nobody of their own are asked whether they help.</summary>
    public IEnumerable<string> IdleWindows()
    {
        var now = Decide.TimeIn(live.Hall, time.GetUtcNow());
        return live.Hall.Windows
            .Where(w => w is { InHand: null, Offer: null, Asking: null, IsSilent: false, Staffing: Staffing.Open }
                && w.OfferFrom <= now)
            .Select(w => w.Id);
    }

    /// <summary>Sends what homes do not know yet; gives up what was asked for and forgotten by a restart.</summary>
    public void TellHomes()
    {
        if (!live.Hall.HasLoans)
            return;
        foreach (var loan in live.Hall.Loans.ToList())
        {
            if (loan is { Ticket: null, End: null })
            {
                if (!asking.Contains(loan.Id) && telling.Add(loan.Id))
                    _ = Forget(loan.Id);
                continue;
            }

            var last = told.GetValueOrDefault(loan.Id);
            var isNews = last.Status != loan.Status || time.GetElapsedTime(last.At) >= Again;
            if (isNews && telling.Add(loan.Id))
                _ = Send(loan);
        }
    }

    private (Window Window, StarvingHead Head)? Head(string windowId)
    {
        var now = Decide.TimeIn(live.Hall, time.GetUtcNow());
        return live.Hall.Window(windowId) is { Asking: null } window
            && elsewhere.Best(live.Hall, window, now) is { } head
                ? (window, head)
                : null;
    }

    private async Task<LentTicket?> Ask(Window window, StarvingHead head, string loan)
    {
        var clerk = live.Hall.Clerk(window.Staffing.AtIt);
        var kins = clerk?.Skills is null ? null : clerk.Kins ?? [];
        var request = new LendRequest(loan, live.Hall.Plan.Hall, window.Id, window.Staffing.AtIt!, kins);
        try
        {
            var answer = await hallOf(head.Home).Lend(request).WaitAsync(Patience, time);
            if (answer is Lent lent && TierWire.ReadLent(lent.Ticket) is { } guest)
                return new LentTicket(loan, lent.Booth, guest);
            elsewhere.Forget(head);
            await Tell(new SettleLoan(loan));
        }
        catch (Exception failure) when (failure is not (LedgerFencedException or LedgerUnavailableException))
        {
            // It may have been lent: the home is told that nobody comes, until it has heard.
            HallLog.NotHelped(logger, live.Hall.Plan.Hall, head.Home, failure);
            elsewhere.Forget(head);
            await Tell(new WithdrawLoan(loan));
        }

        return null;
    }

    private async Task Send(Loan loan)
    {
        try
        {
            // Nothing is told that this hall's ledger may not have after all.
            await live.Durable();
            var goesOn = await hallOf(loan.Home).HearOfLoan(TierWire.Of(loan));
            told[loan.Id] = (loan.Status, time.GetTimestamp());
            if (loan.End is null && goesOn)
                return;
            await Tell(new SettleLoan(loan.Id));
            told.Remove(loan.Id);
        }
        catch (Exception failure)
        {
            HallLog.LoanNotTold(logger, live.Hall.Plan.Hall, loan.Home, failure);
        }
        finally
        {
            telling.Remove(loan.Id);
        }
    }

    private async Task Forget(string loan)
    {
        try
        {
            await Tell(new WithdrawLoan(loan));
        }
        catch (Exception failure)
        {
            HallLog.LoanNotTold(logger, live.Hall.Plan.Hall, loan, failure);
        }
        finally
        {
            telling.Remove(loan);
        }
    }

    private Task<Decision> Tell(HallCommand command) => live.Execute(command, null, (_, decision, _) => decision);
}
