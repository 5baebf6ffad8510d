namespace Yihao.Storage;

/// <summary>
/// This process in the membership table of Orleans. Register one to have every hall opened only while the table does
/// not say that this process is dead, so that one that wakes up late does not steal halls from their healthy owners.
/// Without one every process may. PostgreSQL only.
/// </summary>
/// <param name="Cluster">The cluster's id, the table's deployment.</param>
/// <param name="Address">The IP address as text.</param>
/// <param name="Generation">Of this start of the process.</param>
public sealed record SiloMark(string Cluster, string Address, int Port, int Generation)
{
    /// <summary>Of a process that is in no membership table.</summary>
    internal static SiloMark None { get; } = new(string.Empty, string.Empty, 0, 0);
}
