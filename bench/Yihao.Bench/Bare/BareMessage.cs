using Yihao.Contracts;

namespace Yihao.Bench.Bare;

/// <summary>What is sent where no hall sends: a hall's message, with numbers of its own.</summary>
internal static class BareMessage
{
    /// <summary>The message as the one that goes on after this place.</summary>
    public static HallEvents After(long seq, HallEvents message) => message with
    {
        After = seq,
        UpTo = seq + message.Events.Count,
        Events = [.. message.Events.Select((happened, i) => happened with { Seq = seq + i + 1 })],
    };
}
