using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Screens;

/// <summary>
/// The tickets that phones watch on this node. After a change in its hall a ticket is read again, at most every two
/// seconds, and pushed when it is different.
/// </summary>
internal sealed partial class TicketWatch(
    HallFeeds feeds, IGrainFactory grains, TimeProvider time, ILogger<TicketWatch> log)
    : BackgroundService
{
    private const int ReadAtOnce = 32;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly Dictionary<string, WatchedTicket> watched = [];
    private readonly Dictionary<string, string> ticketOf = [];

    public void Begin(ShownTicket ticket, Outbox phone)
    {
        lock (gate)
        {
            if (!watched.TryGetValue(ticket.Ticket, out var found))
                watched[ticket.Ticket] = found = new WatchedTicket(ticket, feeds.Use, time);
            found.Add(phone);
            ticketOf[phone.Connection] = ticket.Ticket;
        }
    }

    public void End(string connection)
    {
        lock (gate)
        {
            if (!ticketOf.Remove(connection, out var ticket) || !watched.TryGetValue(ticket, out var found))
                return;
            found.Remove(connection);
            if (found.IsWatched)
                return;
            found.Close();
            watched.Remove(ticket);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        var reading = new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = stoppingToken };
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Parallel.ForEachAsync(Due(), reading, async (ticket, _) => await Read(ticket));
    }

    private List<WatchedTicket> Due()
    {
        lock (gate)
        {
            var due = watched.Values.Where(t => t.IsDue(Apart)).ToList();
            due.ForEach(t => t.BeginLook());
            return due;
        }
    }

    private async Task Read(WatchedTicket ticket)
    {
        ShownTicket? seen = null;
        try
        {
            if (await grains.GetGrain<ITicketGrain>(ticket.Ticket).Show() is Accepted<TicketView> view)
                seen = ShownTicket.Of(view.Value, view.AsOf);
        }
        catch (Exception failed)
        {
            LogNotRead(ticket.Ticket, failed.Message);
        }
        lock (gate)
            ticket.Look(seen);
    }

    [LoggerMessage(2131, LogLevel.Debug, "Ticket {Ticket} cannot be read for its watchers: {Reason}")]
    private partial void LogNotRead(string ticket, string reason);
}
