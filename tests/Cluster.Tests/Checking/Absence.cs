namespace Yihao.Cluster.Tests.Checking;

/// <summary>A clerk's page or person that the run itself took away from a window, on purpose.</summary>
/// <param name="From">When the page began to go, on the clock of the run.</param>
/// <param name="To">When it was back for good; the end of the run when it never came.</param>
/// <param name="How">What was done, for the reader: <c>page closed</c>, <c>page frozen</c>, …</param>
public sealed record Absence(string Hall, int Window, string? Clerk, TimeSpan From, TimeSpan To, string How) : Note;
