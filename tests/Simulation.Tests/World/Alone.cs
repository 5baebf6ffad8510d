using Microsoft.Extensions.Logging.Abstractions;
using Yihao.Grains.Halls;

namespace Yihao.Simulation.Tests;

/// <summary>A hall without neighbours.</summary>
internal static class Alone
{
    public static HallSurroundings With(TimeProvider time) => new(
        time,
        Attempt: null,
        hall => throw new InvalidOperationException($"there is no {hall}"),
        _ => UnwatchedWindow.Instance,
        _ => { },
        NullLogger.Instance);
}
