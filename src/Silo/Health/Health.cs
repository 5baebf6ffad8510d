namespace Yihao.Silo.Health;

/// <summary>What must hold before a node is ready; what does not is named in its answer.</summary>
internal static class Health
{
    public static void AddYihaoHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<LedgerHealthCheck>("ledger")
        .AddCheck<SiloHealthCheck>("silo")
        .AddCheck<NetworkHealthCheck>("network");
}
