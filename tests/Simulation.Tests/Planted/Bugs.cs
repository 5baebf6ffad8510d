namespace Yihao.Simulation.Tests;

/// <summary>Bugs planted to see that the simulation finds them; none in a real run.</summary>
[Flags]
internal enum Bugs
{
    None = 0,

    /// <summary>The ledger says durable and has not written.</summary>
    LosesAcknowledged = 1,

    /// <summary>The ledger says durable before it has written.</summary>
    AnswersBeforeDurable = 2,

    /// <summary>The ledger takes what an older session writes.</summary>
    NoFence = 4,

    /// <summary>The ledger writes an entry twice.</summary>
    WritesTwice = 8,

    /// <summary>The hall answers from its state without waiting for the ledger.</summary>
    HallAnswersEarly = 16,

    /// <summary>The hall forgets who asked: a repetition happens again.</summary>
    HallForgetsRequests = 32,

    /// <summary>A snapshot holds another state than its place in the ledger.</summary>
    SnapshotLies = 64,

    /// <summary>A screen takes what it gets without looking at its place.</summary>
    ScreenTakesAll = 128,
}
