namespace Yihao.Rules.Tests;

/// <summary>What must come of a command.</summary>
internal static class Expectation
{
    public static void Check(string expected, Decision decision, Hall hall)
    {
        if (decision is Decision.Refuse refuse)
        {
            Assert.Equal(expected, Refused(refuse, hall, expected.Contains("from", StringComparison.Ordinal)));
            return;
        }

        Assert.Equal(expected, decision is Decision.Accept accept ? Accepted(accept, expected) : Trace.Of(decision));
    }

    private static string Accepted(Decision.Accept accept, string expected)
    {
        if (expected == "ok")
            return expected;
        foreach (var happened in accept.Events.Reverse())
        {
            if (happened is TicketCalled called)
                return expected.Contains(' ', StringComparison.Ordinal)
                    ? $"{called.Ticket.Shown} {called.Rule}"
                    : called.Ticket.Shown;
            if (happened is NumberTaken taken)
                return taken.Ticket.Shown;
        }

        return expected == "none" ? expected : $"accepted, but no number: {Trace.Of(accept)}";
    }

    private static string Refused(Decision.Refuse refuse, Hall hall, bool withTime)
    {
        var code = Trace.Code(refuse.Code);
        if (!withTime)
            return code;
        return refuse.From is { } from ? $"{code} from {hall.Clock.Local(from):HH:mm:ss}" : code;
    }
}
