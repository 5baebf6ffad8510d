using Microsoft.Extensions.DependencyInjection;
using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Yihao.Grains.Placement;

/// <summary>A hall, its windows and its tickets live on the same silo: see <see cref="HallHomes"/>.</summary>
[GenerateSerializer, Immutable, Alias("yihao.HallAffinePlacement")]
public sealed class HallAffinePlacement : PlacementStrategy
{
    public static HallAffinePlacement Instance { get; } = new();
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class HallAffineAttribute() : PlacementAttribute(HallAffinePlacement.Instance);

/// <summary>Chooses the silo of a hall.</summary>
public sealed class HallAffineDirector(HallHomes homes) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(
        PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var compatible = context.GetCompatibleSilos(target);
        if (IPlacementDirector.GetPlacementHint(target.RequestContextData, compatible) is { } hint)
            return Task.FromResult(hint);
        return Task.FromResult(homes.HomeAmong(HallHomes.HallOf(target.GrainIdentity.Key.ToString()!), compatible));
    }
}

/// <summary>What a silo needs to place halls.</summary>
public static class HallPlacementServices
{
    public static IServiceCollection AddHallPlacement(this IServiceCollection services)
    {
        services.AddSingleton<HallHomes>();
        services.AddPlacementDirector<HallAffinePlacement, HallAffineDirector>();
        return services;
    }
}
