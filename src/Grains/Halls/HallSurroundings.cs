using Microsoft.Extensions.Logging;
using Yihao.Contracts;

namespace Yihao.Grains.Halls;

/// <summary>What a hall reaches outside itself.</summary>
/// <param name="HallOf">Another hall.</param>
/// <param name="Attempt">Which try of a request is being executed; null where no copy comes late.</param>
/// <param name="WindowOf">A window of this hall.</param>
/// <param name="Lost">Told when the ledger cannot be reached, or is another's.</param>
internal sealed record HallSurroundings(
    TimeProvider Time,
    Func<int>? Attempt,
    Func<string, IHallGrain> HallOf,
    Func<string, IWindowGrain> WindowOf,
    Action<Exception> Lost,
    ILogger Logger);
