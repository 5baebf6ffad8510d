namespace Yihao.Cluster.Tests.Checking;

/// <summary>
/// One command or read of one worker as the worker saw it. <see cref="Invoked"/> is the time of the first try and
/// <see cref="Returned"/> of the final answer, on the one monotonic clock of the run.
/// </summary>
/// <param name="Path">Below the hall, without a leading stroke: <c>windows/3/call-next</c>, <c>tickets</c>,
/// <c>board</c>.</param>
/// <param name="Body">The JSON text sent, or null when there was none.</param>
/// <param name="Status">HTTP status of the final answer; 0 when none came, so that the outcome is unknown.</param>
/// <param name="Answer">JSON text of the final answer, a problem included; empty when none came.</param>
public sealed record Attempted(string Worker, string Node, string Hall, string Method, string Path, string? RequestId,
    string? Body, TimeSpan Invoked, TimeSpan Returned, int Status, string Answer)
    : Note;
