using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Contracts;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// Every answer says the durable state that it was decided on: the hall's one ledger, a seq that is there, the time of
/// that entry. Only what a door refuses without asking the hall has none.
/// </summary>
internal sealed class AnswersSayAsOf : ICheck
{
    private static readonly string[] OfDoors =
        [Codes.HallUnknown, Codes.TicketUnknown, Codes.RequestInvalid, "window-unknown", "not-signed-in"];

    public string Rule => "as-of";

    public void Look(Run run, Findings findings)
    {
        foreach (var question in run.Questions.Where(q => q.IsAccepted || q.IsRefused))
        {
            findings.Look();
            if (!question.IsReadable)
                findings.Find(question.Attempt.Hall, $"an answer that nobody can read: {question}");
            else if (question.AsOf is { } asOf)
            {
                if (Complaint(run, question, asOf) is { } complaint)
                    findings.Find(question.Attempt.Hall, $"{complaint}: {question}");
            }
            else if (question is { IsAccepted: true, IsList: false })
                findings.Find(question.Attempt.Hall, $"accepted without asOf: {question}");
            else if (question.IsRefused && !OfDoors.Contains(question.Code))
                findings.Find(question.Attempt.Hall, $"refused without asOf: {question}");
        }
    }

    private static string? Complaint(Run run, Question question, AsOf asOf)
    {
        var hall = run.HallOf(question);
        // Only a ticket that is looked for may be found at another hall.
        var isLookedFor = !question.IsCommand && question.Path.StartsWith("tickets/", StringComparison.Ordinal);
        if (!isLookedFor && run.LedgerIdOf(question.Attempt.Hall) != asOf.Ledger)
            return $"ledger {asOf.Ledger} is not the hall's";
        if (run.Ledger(hall)?.At(asOf.Seq) is not { } entry)
            return $"{hall} has no entry {asOf.Seq}";
        return entry.At == asOf.At ? null : $"entry {asOf.Seq} is of {entry.At:O}, not {asOf.At:O}";
    }
}
