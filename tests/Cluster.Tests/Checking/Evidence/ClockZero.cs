namespace Yihao.Cluster.Tests.Checking.Evidence;

/// <summary>
/// The instant at which the run's own clock stood at zero. Every command that came through tells: it was recorded
/// between its first try and its answer; the quickest one tells best.
/// </summary>
internal sealed record ClockZero(DateTimeOffset Zero)
{
    public TimeSpan Of(DateTimeOffset instant) => instant - Zero;

    public static ClockZero? Of(Run run)
    {
        (TimeSpan Took, DateTimeOffset Zero)? best = null;
        foreach (var question in run.FirstAttempts.Where(q => q.IsAccepted))
        {
            var attempt = question.Attempt;
            var took = attempt.Returned - attempt.Invoked;
            if (best is { } quicker && quicker.Took <= took)
                continue;
            if (run.Ledger(attempt.Hall) is not { } ledger
                || run.SeqOf(attempt.Hall, question.Asked!.Stamp.Key) is not { } seq)
                continue;
            best = (took, ledger.At(seq)!.At - attempt.Invoked - took / 2);
        }

        return best is { } found ? new(found.Zero) : null;
    }
}
