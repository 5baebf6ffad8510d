using System.Text.Json;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Codec;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// What was acknowledged is in the ledger, under its request, not behind the place that the answer names. The same
/// request may be answered any number of times.
/// </summary>
internal sealed class AcknowledgedIsThere : ICheck
{
    public string Rule => "acknowledged-is-there";

    public void Look(Run run, Findings findings)
    {
        foreach (var question in run.Questions.Where(q => q is { IsAccepted: true, IsReadable: true, IsCommand: true }))
        {
            var hall = question.Attempt.Hall;
            if (question.Asked is not { } asked)
            {
                findings.Find(hall, $"accepted, but it cannot be read as a command: {question}");
                continue;
            }

            findings.Look();
            if (run.SeqOf(hall, asked.Stamp.Key) is not { } seq)
            {
                // Nobody waits: nothing happened, and the replay says whether that is true.
                if (!NamesNobody(question))
                    findings.Find(hall, $"acknowledged, but not in the ledger: {question}");
            }
            else if (question.AsOf is { } asOf && seq > asOf.Seq)
                findings.Find(hall, $"acknowledged as of {asOf.Seq}, but recorded at {seq}: {question}");
            else if (EventCodec.Decode(run.Ledger(hall)!.At(seq)!).Request!.Value.Body != asked.Stamp.Body)
                findings.Find(hall, $"acknowledged, but another request was recorded at {seq}: {question}");
        }
    }

    internal static bool NamesNobody(Question question) =>
        question.Asked!.Command is CallNext
        && question.Answer.TryGetProperty("ticket", out var ticket) && ticket.ValueKind == JsonValueKind.Null;
}
