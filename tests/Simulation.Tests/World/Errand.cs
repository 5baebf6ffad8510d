using Yihao.Grains.Halls;

namespace Yihao.Simulation.Tests;

/// <summary>Something a caller wants, asked again under the same request id until an answer comes.</summary>
internal sealed class Errand
{
    private Errand(string caller, string id, HallCommand command, Request? stamp) =>
        (Caller, Id, Command, Stamp) = (caller, id, command, stamp);

    public string Caller { get; }

    public string Id { get; }

    public HallCommand Command { get; }

    public Request? Stamp { get; }

    /// <summary>Another body under an id that is taken.</summary>
    public bool IsForged { get; private init; }

    public bool IsAnswered { get; set; }

    public int Asked { get; set; }

    public static Errand Of(string caller, string id, HallCommand command) =>
        new(caller, id, command, RequestStamp.Of(caller, id, command.ToString()));

    /// <summary>What nobody asks for: time, or a lost connection.</summary>
    public static Errand Unasked(HallCommand command) => new("hall", "-", command, null);

    public Errand Forge() =>
        new(Caller, Id, Command, RequestStamp.Of(Caller, Id, Command + " forged")) { IsForged = true };

    public override string ToString() => $"{Caller} {Id} {Command}";
}

/// <summary>What somebody was told.</summary>
/// <param name="Seq">As of which place of the ledger.</param>
/// <param name="Digest">Of the state it was made from.</param>
internal sealed record Ack(long Seq, long Digest, string Kind, Outcome? Outcome, Refusal? Refusal)
{
    public static Ack Of(Hall hall, Decision decision, Outcome? outcome) => new(
        hall.Seq,
        HallDigest.Of(hall),
        decision.GetType().Name,
        outcome,
        (decision as Decision.Refuse)?.Code);

    /// <summary>Nothing was done.</summary>
    public bool LeftAlone => Kind != nameof(Decision.Accept);
}
