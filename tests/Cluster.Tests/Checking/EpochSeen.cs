namespace Yihao.Cluster.Tests.Checking;

/// <summary>The epoch of a hall's head, as read from the database during the run.</summary>
/// <param name="At">When the reading was done, on the clock of the run.</param>
public sealed record EpochSeen(string Hall, long Epoch, TimeSpan At) : Note;
