namespace Yihao.Compare.Servers;

/// <summary>What one side did in one turn.</summary>
/// <param name="Rate">Ticket lives per second.</param>
/// <param name="ClientMicroseconds">
/// Processor time per life outside PostgreSQL: the node with its callers, or pgbench.
/// </param>
/// <param name="DatabaseMicroseconds">Processor time per life in PostgreSQL.</param>
internal sealed record Run(double Rate, double ClientMicroseconds, double DatabaseMicroseconds);

/// <summary>A side of a comparison: does ticket lives for a while, with so many callers at once.</summary>
internal interface ISide
{
    /// <exception cref="InvalidOperationException">An answer was wrong.</exception>
    Task<Run> Live(int callers, int seconds);
}
