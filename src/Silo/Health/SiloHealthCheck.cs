using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Yihao.Silo.Health;

/// <summary>Ready means that this silo is a member of the cluster, by its own view of the membership table.</summary>
internal sealed class SiloHealthCheck(ISiloStatusOracle membership) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(membership.CurrentStatus switch
        {
            SiloStatus.Active => HealthCheckResult.Healthy(),
            var status => HealthCheckResult.Unhealthy($"the silo is {Word(status)} in the cluster, not active"),
        });

    private static string Word(SiloStatus status) => status switch
    {
        SiloStatus.Created or SiloStatus.Joining => "joining",
        SiloStatus.ShuttingDown or SiloStatus.Stopping => "leaving",
        SiloStatus.Dead => "declared dead",
        _ => "not known",
    };
}
