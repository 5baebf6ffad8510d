namespace Yihao.Rules.Tests.Tiers;

/// <summary>
/// Two halls, each played as by its owner, and the letters between them, which are carried by hand: as they were
/// written, late, twice, in another order, or never. After every step each ticket is in exactly one place.
/// </summary>
internal sealed class TwoHalls
{
    private readonly HashSet<string> asking = [];
    private int loans;

    public TwoHalls(HallPlan? home = null, HallPlan? helper = null)
    {
        Home = new HallScript(home ?? TierPlans.Township);
        Helper = new HallScript(helper ?? TierPlans.County);
    }

    /// <summary>Where citizens wait whom nobody can serve.</summary>
    public HallScript Home { get; }

    public HallScript Helper { get; }

    /// <summary>What the helper has heard.</summary>
    public Elsewhere Heard { get; } = new();

    /// <summary>On the way, oldest first.</summary>
    public List<Letter> Mail { get; } = [];

    public TwoHalls At(string time)
    {
        Home.At(time);
        Helper.At(time);
        return this;
    }

    public TwoHalls AtHome(string script)
    {
        Home.Play(script);
        Helper.Now = Home.Now;
        return Check();
    }

    public TwoHalls AtOther(string script)
    {
        Helper.Play(script);
        Home.Now = Helper.Now;
        return Check();
    }

    /// <summary>The clock looks at both, and the home tells what starves.</summary>
    public TwoHalls Tick()
    {
        Home.Do(new PassTime());
        Helper.Do(new PassTime());
        Heard.Hear(Helper.Hall.Plan.Hall, new(Home.Hall.Plan.Hall, HallReport.Own(Home.Hall)), false, Helper.Now);
        return Check();
    }

    /// <summary>A window is about to help: the loan, or null when it has no reason to.</summary>
    public string? Ask(string window, bool finish = false)
    {
        if (Heard.Best(Helper.Hall, Helper.Hall.Window(window)!, Helper.Now) is not { } head)
            return null;
        var loan = $"L{++loans}";
        if (Helper.Do(new AskLoan(window, head.Home, loan, finish)) is not Decision.Accept)
            return null;
        asking.Add(loan);
        var clerk = Helper.Hall.Clerk(Helper.Hall.Window(window)!.Staffing.AtIt)!;
        var lend = new LendTicket(
            loan, Helper.Hall.Plan.Hall, window, clerk.Clerk, clerk.Skills is null ? null : clerk.Kins ?? []);
        Mail.Add(new($"lend {loan}", () => Lend(lend, window, finish)));
        Check();
        return loan;
    }

    /// <summary>Asks, and carries the letters there and back.</summary>
    public string? Borrow(string window, bool finish = false)
    {
        var loan = Ask(window, finish);
        DeliverAll();
        return loan;
    }

    /// <summary>The helper waits no longer for an answer.</summary>
    public TwoHalls GiveUp(string loan)
    {
        asking.Remove(loan);
        Helper.Do(new WithdrawLoan(loan));
        return Check();
    }

    /// <summary>The helper writes how far its loans are, both write of moves; what was forgotten is given up.</summary>
    public TwoHalls Write()
    {
        foreach (var loan in Helper.Hall.Loans.ToList())
        {
            if (loan is { Ticket: null, End: null })
            {
                if (!asking.Contains(loan.Id))
                    Helper.Do(new WithdrawLoan(loan.Id));
                continue;
            }

            var (id, status) = (loan.Id, loan.Status);
            Mail.Add(new($"news of {id}", () => Hear(id, status)));
        }

        WriteMoves(Home, Helper);
        WriteMoves(Helper, Home);
        return Check();
    }

    public TwoHalls Deliver(Letter letter, bool keep = false)
    {
        Assert.Contains(letter, Mail);
        if (!keep)
            Mail.Remove(letter);
        letter.Deliver();
        return Check();
    }

    public TwoHalls DeliverAll()
    {
        while (Mail.Count > 0)
            Deliver(Mail[0]);
        return this;
    }

    /// <summary>Until nobody has anything to write that the other does not know.</summary>
    public TwoHalls Settle()
    {
        for (var i = 0; i < 10; i++)
            Write().DeliverAll();
        return this;
    }

    public TwoHalls RestartHome()
    {
        Home.Restart();
        return Check();
    }

    public TwoHalls RestartOther()
    {
        Helper.Restart();
        asking.Clear();
        return Check();
    }

    public TwoHalls Check()
    {
        TicketPlaces.Check(Home.Hall, Helper.Hall);
        return this;
    }

    private void Lend(LendTicket lend, string window, bool finish)
    {
        Home.Do(lend);
        var lent = LentTicket.Of(Home.Hall, lend.Loan);
        Mail.Add(new($"answer to {lend.Loan}", () => Lent(lend.Loan, window, lent, finish)));
    }

    private void Lent(string loan, string window, LentTicket? lent, bool finish)
    {
        if (!asking.Remove(loan))
            return;
        if (lent is null)
            Helper.Do(new SettleLoan(loan));
        else if (Helper.Do(new TakeLoan(window, lent, finish)) is Decision.Refuse)
            Helper.Do(new WithdrawLoan(loan));
    }

    private void Hear(string loan, LoanStatus status)
    {
        Home.Do(new HearOfLoan(loan, status));
        var goesOn = LentTicket.Of(Home.Hall, loan) is not null;
        if (status.End is not null || !goesOn)
            Mail.Add(new($"end of {loan}", () => Helper.Do(new SettleLoan(loan))));
    }

    private void WriteMoves(HallScript from, HallScript to)
    {
        foreach (var ticket in from.Hall.Moving.ToList())
        {
            var moving = (TicketPhase.Moving)ticket.Phase;
            var guest = Guest.Of(from.Hall, ticket, moving.Matter, moving.To);
            Mail.Add(new($"{ticket.Key.Shown} moves", () =>
            {
                var refused = (to.Do(new ReceiveTicket(moving.Move, guest)) as Decision.Refuse)?.Code;
                Mail.Add(new(
                    $"{ticket.Key.Shown} moved", () => from.Do(new SettleMove(moving.Move, ticket.Key, refused))));
            }));
        }
    }

    public sealed record Letter(string What, Action Deliver);
}
