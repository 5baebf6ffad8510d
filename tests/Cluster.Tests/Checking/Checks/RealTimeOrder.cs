using Yihao.Cluster.Tests.Checking.Evidence;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// Whoever asks after an answer was given sees at least the state of that answer, and what he newly does comes behind
/// it. One walk over the answers in the order they came, beside the questions in the order they began.
/// </summary>
internal sealed class RealTimeOrder : ICheck
{
    public string Rule => "real-time-order";

    public void Look(Run run, Findings findings)
    {
        var first = run.FirstAttempts.ToHashSet();
        foreach (var hall in run.Answered())
        {
            var returned = hall.OrderBy(q => q.Attempt.Returned).ToList();
            Question? newest = null;
            var next = 0;
            foreach (var question in hall.OrderBy(q => q.Attempt.Invoked))
            {
                findings.Look();
                for (; next < returned.Count && returned[next].Attempt.Returned < question.Attempt.Invoked; next++)
                {
                    if (newest is null || returned[next].AsOf!.Seq > newest.AsOf!.Seq)
                        newest = returned[next];
                }

                if (newest is null)
                    continue;
                var known = newest.AsOf!.Seq;
                if (question.AsOf!.Seq < known)
                    findings.Find(hall.Key, $"asked after [{newest}] and answered with less: {question}");
                else if (question is { IsAccepted: true, Asked: { } asked } && first.Contains(question)
                    && run.SeqOf(hall.Key, asked.Stamp.Key) <= known)
                    findings.Find(hall.Key, $"asked after [{newest}] and recorded before it: {question}");
            }
        }
    }
}
