namespace Yihao.Rules;

/// <summary>What the rules say to a command. Closed hierarchy.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>It happens: the events, in order, never none.</summary>
    public sealed record Accept(IReadOnlyList<HallEvent> Events) : Decision;

    /// <summary>It happened before, under the same request.</summary>
    public sealed record Repeat(Outcome Outcome) : Decision;

    /// <param name="From">When the same command would be accepted, where time alone stands against it.</param>
    public sealed record Refuse(Refusal Code, DateTimeOffset? From) : Decision;

    /// <summary>Nobody waits whom this window may serve; nothing changed.</summary>
    public sealed record Nobody : Decision
    {
        public static Nobody Waiting { get; } = new();
    }

    /// <summary>Nothing is due.</summary>
    public sealed record Nothing : Decision
    {
        public static Nothing Due { get; } = new();
    }

    public static Decision Of(params HallEvent[] events) => new Accept(events);

    public static Decision No(Refusal code, DateTimeOffset? from = null) => new Refuse(code, from);
}
