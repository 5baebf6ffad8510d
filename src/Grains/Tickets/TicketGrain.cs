using Yihao.Contracts;
using Yihao.Grains.Placement;

namespace Yihao.Grains.Tickets;

/// <summary>One ticket as its watchers see it: asks the hall at most every two seconds, however many watch.</summary>
[HallAffine, CollectionAgeLimit(Minutes = 2)]
public sealed class TicketGrain(TimeProvider time) : Grain, ITicketGrain
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private Answer<TicketView>? shown;
    private long shownAt;

    public async Task<Answer<TicketView>> Show()
    {
        if (shown is { } known && time.GetElapsedTime(shownAt) < Fresh)
            return known;
        var id = this.GetPrimaryKeyString();
        shown = await GrainFactory.GetGrain<IHallGrain>(id.Split('-')[0]).FindTicket(id);
        shownAt = time.GetTimestamp();
        if (shown is Refused<TicketView>)
            DeactivateOnIdle();
        return shown;
    }
}
