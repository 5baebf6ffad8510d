using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yihao.Contracts;

namespace Yihao.Silo.Health;

/// <summary>A node with doors only is ready when a silo of the cluster answers.</summary>
internal sealed class SilosCheck(IGrainFactory grains) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await grains.GetGrain<INetworkGrain>(0).Halls().WaitAsync(Limit, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"no silo answers within {Limit.TotalSeconds:0} s: {failure.Message}");
        }
    }
}
