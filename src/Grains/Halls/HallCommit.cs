using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>What one command made of a hall: its events with their places, and how many waited then.</summary>
/// <param name="FirstSeq">Place of the first event.</param>
/// <param name="Waiting">Waiting tickets by class, in the order of <see cref="TicketClass"/>.</param>
/// <param name="Hash">Of the last entry.</param>
public sealed record HallCommit(
    long FirstSeq, IReadOnlyList<Recorded> Events, IReadOnlyList<int> Waiting, byte[] Hash)
{
    public long LastSeq => FirstSeq + Events.Count - 1;

    public static HallCommit Of(Hall hall, long firstSeq, IReadOnlyList<Recorded> events, byte[] hash)
    {
        ArgumentNullException.ThrowIfNull(hall);
        return new(firstSeq, events, hall.Lines.CountsByClass(), hash);
    }
}
