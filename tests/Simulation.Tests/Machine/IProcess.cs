namespace Yihao.Simulation.Tests;

/// <summary>Something that runs an activation and may lose its power at any moment.</summary>
internal interface IProcess
{
    bool IsAlive { get; }

    /// <summary>Decided and applied, and then the power goes, before anything reaches the ledger.</summary>
    bool DiesAtAppend();
}
