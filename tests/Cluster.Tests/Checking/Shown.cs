namespace Yihao.Cluster.Tests.Checking;

/// <summary>An event that a screen took. The notes of one screen stand in the order in which it took them.</summary>
/// <param name="Screen">One name per screen and hall of the run; a screen that comes back keeps its name.</param>
/// <param name="Ledger">The ledger id that the screen was told with the event.</param>
/// <param name="Kind">The kind on the wire: <c>called</c>, <c>recalled</c>, …</param>
public sealed record Shown(string Screen, string Hall, string Ledger, long Seq, string Kind, string? Ticket,
    string? Number, int? Window) : Note;
