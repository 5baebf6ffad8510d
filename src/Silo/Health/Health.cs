namespace Yihao.Silo.Health;

/// <summary>What must hold before a node is ready; what does not is named in its answer.</summary>
internal static class Health
{
    public static void AddHealthOfNode(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DrainingCheck>("node");

    /// <summary>Of a node that holds halls.</summary>
    public static void AddHealthOfSilo(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<LedgerHealthCheck>("ledger")
        .AddCheck<SiloHealthCheck>("silo")
        .AddCheck<NetworkHealthCheck>("network");

    /// <summary>Of a node with doors only.</summary>
    public static void AddHealthOfDoors(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<SilosCheck>("silos");
}
