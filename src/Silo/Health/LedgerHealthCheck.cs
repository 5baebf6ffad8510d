using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yihao.Storage;

namespace Yihao.Silo.Health;

/// <summary>Ready means that the ledger's database answers.</summary>
internal sealed class LedgerHealthCheck(ILedgerHealth ledger) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await ledger.Answers(Limit, cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"the ledger's database does not answer within {Limit.TotalSeconds:0} s");
}
