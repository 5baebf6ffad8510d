using System.Text.Json;
using Yihao.Contracts;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Screens;

/// <summary>One ticket that phones watch on this node. Its lock is <see cref="TicketWatch"/>'s.</summary>
internal sealed class WatchedTicket
{
    private readonly Func<string, FeedUse> follow;
    private readonly TimeProvider time;
    private readonly Dictionary<string, Outbox> phones = [];
    private FeedUse use;
    private volatile bool isDue;
    private string shown;
    private long readAt;

    public WatchedTicket(ShownTicket ticket, Func<string, FeedUse> follow, TimeProvider time)
    {
        (Ticket, this.follow, this.time) = (ticket.Ticket, follow, time);
        (use, shown, readAt) = (follow(ticket.Hall), Essence(ticket), time.GetTimestamp());
        use.Feed.Happened += SeeChange;
        // What happened between reading it and now is seen at the next look.
        isDue = true;
    }

    public string Ticket { get; }

    public bool IsWatched => phones.Count > 0;

    public void Add(Outbox phone) => phones[phone.Connection] = phone;

    public bool Remove(string connection) => phones.Remove(connection);

    public bool IsDue(TimeSpan apart) => isDue && time.GetElapsedTime(readAt) >= apart;

    /// <summary>About to be read: what happens from now on makes it due again.</summary>
    public void BeginLook() => (isDue, readAt) = (false, time.GetTimestamp());

    /// <summary>A view that is older than what the hall has told leaves it due.</summary>
    public void Look(ShownTicket? ticket)
    {
        // Everybody has gone while it was read.
        if (!IsWatched)
            return;
        if (ticket is not null && ticket.Hall != use.Feed.Hall)
            FollowTo(ticket.Hall);
        else if (ticket is null || ticket.AsOf.Seq < use.Feed.UpTo)
            isDue = true;
        if (ticket is null || Essence(ticket) == shown)
            return;
        shown = Essence(ticket);
        var message = Outbox.Message("ticket", ticket);
        foreach (var phone in phones.Values)
            phone.Push(message, 1);
    }

    public void Close()
    {
        use.Feed.Happened -= SeeChange;
        use.Dispose();
    }

    /// <summary>It was sent to another hall: what happens to it happens there from now on.</summary>
    private void FollowTo(string hall)
    {
        Close();
        use = follow(hall);
        use.Feed.Happened += SeeChange;
        isDue = true;
    }

    private void SeeChange(HallEvents events) => isDue = true;

    private static string Essence(ShownTicket ticket) =>
        JsonSerializer.Serialize(ticket with { AsOf = AsOf.Nothing }, HubJson.Options);
}
