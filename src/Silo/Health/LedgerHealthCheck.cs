using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yihao.Storage;

namespace Yihao.Silo.Health;

/// <summary>
/// Ready means that the main database answers. Without a further one of the ledger the node still serves the counties
/// that lie elsewhere.
/// </summary>
internal sealed class LedgerHealthCheck(ILedgerHealth ledger) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !await ledger.Answers(Limit, cancellationToken)
            ? HealthCheckResult.Unhealthy($"the ledger's database does not answer within {Limit.TotalSeconds:0} s")
            : await ledger.Silent(Limit, cancellationToken) is { Count: > 0 } silent
                ? HealthCheckResult.Degraded(
                    $"Storage:Ledgers:{string.Join(", ", silent)} does not answer: its counties wait")
                : HealthCheckResult.Healthy();
}
