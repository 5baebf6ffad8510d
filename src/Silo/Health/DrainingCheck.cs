using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yihao.Hub.Doors;

namespace Yihao.Silo.Health;

/// <summary>A node that is about to stop is not ready, although it answers.</summary>
internal sealed class DrainingCheck(Draining draining) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            draining.Begun ? HealthCheckResult.Unhealthy("the node is stopping") : HealthCheckResult.Healthy());
}
