namespace Yihao.Rules.Tests;

/// <summary>What halls say to each other, as it is written in a script of one of them.</summary>
internal static class SpokenBetweenHalls
{
    public static HallCommand Command(List<string> said, HallScript script) => said switch
    {
        ["ask", var loan, var window] => new AskLoan(window, Plans.Elsewhere, loan, false),
        ["ask", var loan, var window, "finish"] => new AskLoan(window, Plans.Elsewhere, loan, true),
        ["lent", var loan, var window] => new TakeLoan(window, Lent(script, loan), false),
        ["lent", var loan, var window, "finish"] => new TakeLoan(window, Lent(script, loan), true),
        ["withdraw", var loan] => new WithdrawLoan(loan),
        ["settle", var loan] => new SettleLoan(loan),
        ["lend", var loan, var clerk] => new LendTicket(loan, Plans.Elsewhere, "1", clerk, null),
        ["lend", var loan, var clerk, .. var kins] => new LendTicket(loan, Plans.Elsewhere, "1", clerk, kins),
        ["hear", var loan, .. var status] => new HearOfLoan(loan, Status(status)),
        ["receive", var move, var matter] =>
            new ReceiveTicket(move, Lent(script, move).Guest with { Matter = matter }),
        ["moved", var move, var number] => new SettleMove(move, script.KeyOf(number), null),
        ["moved", var move, var number, "refused"] => new SettleMove(move, script.KeyOf(number), Refusal.HallClosed),
        _ => throw new InvalidOperationException($"no such command: {string.Join(' ', said)}"),
    };

    /// <summary>Somebody of the hall elsewhere, with number A007, who has waited for half an hour.</summary>
    private static LentTicket Lent(HallScript script, string loan)
    {
        var key = new TicketKey(script.Hall.Day, 'A', 7, Plans.Elsewhere);
        var came = script.Now.AddMinutes(-30);
        return new(loan, "R1", new Guest(key, TicketClass.Normal, null, "certs", came, TimeSpan.Zero, came));
    }

    private static LoanStatus Status(List<string> words) => words switch
    {
        ["called"] => new(1, false, null, null),
        ["recalled"] => new(2, false, null, null),
        ["started"] => new(1, true, null, null),
        ["finished"] => new(1, true, LoanEnd.Finished, null),
        ["noshow"] => new(3, false, LoanEnd.NoShow, null),
        ["returned"] => new(0, false, LoanEnd.Returned, null),
        _ => throw new InvalidOperationException($"no such news: {string.Join(' ', words)}"),
    };
}
