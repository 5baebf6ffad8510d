namespace Yihao.Grains.Ports;

/// <summary>
/// The clock that the process itself runs by, where a test may move the halls' one: whether the process stood still is
/// nothing that the halls' clock knows.
/// </summary>
public sealed record ProcessClock(TimeProvider Time);
