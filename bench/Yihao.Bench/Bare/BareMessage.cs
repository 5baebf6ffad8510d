using Yihao.Contracts;

namespace Yihao.Bench.Bare;

/// <summary>What is sent where no hall sends: a hall's message of one event, with numbers of its own.</summary>
internal static class BareMessage
{
    /// <summary>The first event of a message, as the one that goes on after this place.</summary>
    public static HallEvents After(long seq, HallEvents message) => message with
    {
        After = seq, UpTo = seq + 1, Events = [message.Events[0] with { Seq = seq + 1 }],
    };
}
