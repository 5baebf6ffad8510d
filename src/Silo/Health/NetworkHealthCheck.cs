using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yihao.Grains.Network;

namespace Yihao.Silo.Health;

/// <summary>Ready means that there is a network of halls with a hall in it.</summary>
internal sealed class NetworkHealthCheck(NetworkInForce network) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(network.Network.Halls.Count > 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("the network of halls has no hall"));
}
