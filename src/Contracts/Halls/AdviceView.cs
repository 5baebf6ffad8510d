namespace Yihao.Contracts;

/// <summary>What a newcomer with one matter would meet in one hall.</summary>
/// <param name="Served">The hall serves it at its windows.</param>
/// <param name="Estimate">From measured service times and the windows really open; null when none is.</param>
/// <param name="ByCamera">Another hall would serve it here by camera now.</param>
[GenerateSerializer, Immutable, Alias("yihao.MatterWait")]
public sealed record MatterWait(
    [property: Id(0)] string Hall,
    [property: Id(1)] string Name,
    [property: Id(2)] string? NameEn,
    [property: Id(3)] string Level,
    [property: Id(4)] bool Served,
    [property: Id(5)] int WindowsOpen,
    [property: Id(6)] int Waiting,
    [property: Id(7)] EstimateView? Estimate,
    [property: Id(8)] bool ByCamera);
