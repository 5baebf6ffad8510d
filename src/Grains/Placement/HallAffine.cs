using System.IO.Hashing;
using System.Text;
using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Yihao.Grains.Placement;

/// <summary>
/// A hall, its windows and its tickets live on the same silo: the one with the highest rendezvous weight for the hall's
/// id (Thaler and Ravishankar 1998). The silo's name counts, not its address, so that a restart moves nothing.
/// </summary>
[GenerateSerializer, Immutable, Alias("yihao.HallAffinePlacement")]
public sealed class HallAffinePlacement : PlacementStrategy
{
    public static HallAffinePlacement Instance { get; } = new();
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class HallAffineAttribute() : PlacementAttribute(HallAffinePlacement.Instance);

/// <summary>Chooses the silo of a hall.</summary>
public sealed class HallAffineDirector(ISiloStatusOracle silos) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(
        PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var compatible = context.GetCompatibleSilos(target);
        if (IPlacementDirector.GetPlacementHint(target.RequestContextData, compatible) is { } hint)
            return Task.FromResult(hint);
        var hall = HallOf(target.GrainIdentity.Key.ToString()!);
        return Task.FromResult(compatible.MaxBy(silo => Weight(hall, NameOf(silo)))!);
    }

    /// <summary>The part of a key in front of the first separator: of the hall itself, a window, or a ticket.</summary>
    private static string HallOf(string key)
    {
        var end = key.AsSpan().IndexOfAny('/', '-');
        return end < 0 ? key : key[..end];
    }

    private string NameOf(SiloAddress silo) =>
        silos.TryGetSiloName(silo, out var name) ? name : silo.Endpoint.ToString();

    private static ulong Weight(string hall, string silo) =>
        XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{hall}|{silo}"));
}
