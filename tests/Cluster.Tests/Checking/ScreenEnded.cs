namespace Yihao.Cluster.Tests.Checking;

/// <summary>
/// A screen's place at the end of the run, when it had the time to take everything: what it did not take by then it
/// never showed.
/// </summary>
/// <param name="Ledger">The ledger id that the screen has; null when it never got a picture.</param>
/// <param name="Seq">As the last batch said, whether or not that held every event.</param>
public sealed record ScreenEnded(string Screen, string Hall, string? Ledger, long Seq) : Note;
