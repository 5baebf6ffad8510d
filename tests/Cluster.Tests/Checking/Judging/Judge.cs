using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Halls;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Judging;

/// <summary>Judges the answers of one hall, each on the state that it names.</summary>
internal sealed class Judge
{
    private readonly HallLedger _ledger;
    private readonly AcceptedCommands _accepted;
    private readonly Refusals _refusals;
    private readonly Reads _reads;

    public Judge(Run run, HallLedger ledger, HallCatalogue catalogue)
    {
        _ledger = ledger;
        var expected = new Expected(catalogue, run.LedgerIdOf(ledger.Hall) ?? string.Empty);
        _accepted = new AcceptedCommands(run, ledger, expected);
        _refusals = new Refusals(catalogue);
        _reads = new Reads(expected);
    }

    /// <param name="hall">As it was at the seq that the answer names.</param>
    public Opinion Of(Hall hall, Question question) => question switch
    {
        { IsCommand: false } => _reads.Of(hall, question),
        { IsAccepted: true, Asked: { } asked } => _accepted.Of(hall, question, asked),
        { IsRefused: true } => _refusals.Of(hall, question, Latest(hall)),
        _ => Opinion.Unknown,
    };

    /// <summary>It was decided at some time from the last entry's on, and not after the next one's.</summary>
    private DateTimeOffset Latest(Hall hall) => _ledger.At(hall.Seq + 1)?.At ?? hall.LastAt;
}
