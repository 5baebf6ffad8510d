using Yihao.Contracts;

namespace Yihao.Hub.Asking;

/// <summary>What a door gives back, whichever door it is. Closed hierarchy.</summary>
internal abstract record Reply
{
    private Reply() { }

    /// <param name="Value">In the shape of the contract, ready to be written as JSON.</param>
    /// <param name="AsOf">The durable state it was decided on; null where no single hall answered.</param>
    /// <param name="NewAt">Path of what was made by this very request; null when nothing was, or when it is
    /// repeated.</param>
    public sealed record Given(object Value, AsOf? AsOf = null, string? NewAt = null) : Reply;

    public sealed record Denied(Problem Problem) : Reply;

    public static implicit operator Reply(Problem problem) => new Denied(problem);
}
