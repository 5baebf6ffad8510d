namespace Yihao.Compare.Servers;

/// <summary>What one side did in one turn.</summary>
/// <param name="Rate">Ticket lives per second.</param>
/// <param name="ClientMicroseconds">
/// Processor time per life of whoever asks, in a process of its own; 0 where there is none.
/// </param>
/// <param name="ServerMicroseconds">The same of the server between client and PostgreSQL: the node, with its callers
/// where they are in its process.</param>
/// <param name="DatabaseMicroseconds">The same of PostgreSQL.</param>
internal sealed record Run(
    double Rate, double ClientMicroseconds, double ServerMicroseconds, double DatabaseMicroseconds);

/// <summary>A side of a comparison: does ticket lives for a while, with so many callers at once.</summary>
internal interface ISide
{
    /// <exception cref="InvalidOperationException">An answer was wrong.</exception>
    Task<Run> Live(int callers, int seconds);
}
