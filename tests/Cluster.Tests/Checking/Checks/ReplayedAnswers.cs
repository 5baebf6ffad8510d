using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Cluster.Tests.Checking.Judging;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// Every answer, refusals and reads included, is what the rules and the views make of the hall at the seq that the
/// answer names. Each hall is replayed once, and the questions are judged on the way in the order of their seq.
/// </summary>
internal sealed class ReplayedAnswers : ICheck
{
    public string Rule => "replayed-answers";

    public void Look(Run run, Findings findings)
    {
        findings.Expect("accepted", "refused", "read");
        var answered = run.Answered();
        foreach (var ledger in run.Ledgers)
        {
            if (run.CatalogueOf(ledger.Hall) is not { } catalogue)
                continue;
            var judge = new Judge(run, ledger, catalogue);
            var bySeq = answered[ledger.Hall].ToLookup(q => q.AsOf!.Seq);
            Replay.Through(
                ledger,
                static (_, _) => { },
                (hall, index) =>
                {
                    foreach (var question in bySeq[index + 1])
                        Say(ledger.Hall, question, judge.Of(hall, question), findings);
                });
        }

        // A door that refuses without asking the hall says what is true of the network.
        foreach (var question in run.Questions.Where(q => q is { IsRefused: true, AsOf: null }))
            Say(question.Attempt.Hall, question, DoorRefusals.Of(run, question), findings);
    }

    private static void Say(string hall, Question question, Opinion opinion, Findings findings)
    {
        if (opinion is Opinion.None)
            return;
        findings.Look(!question.IsCommand ? "read" : question.IsAccepted ? "accepted" : "refused");
        if (opinion is Opinion.Wrong wrong)
            findings.Find(hall, $"{question}: {wrong.Why}");
    }
}
