using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Yihao.Contracts;

namespace Yihao.Bench.Bare;

/// <summary>
/// What a push to screens is compared with: one durable insert, and a bare group send of the same message.
/// </summary>
internal sealed class BareBroadcast(BareLedger ledger, IHubContext<BareHub> hub)
{
    /// <summary>Where the screens stand that have everything.</summary>
    public long Seq { get; private set; }

    /// <summary>Screens that are opened now begin at 0.</summary>
    public void BeginAnew() => Seq = 0;

    /// <param name="pushed">A message of a hall.</param>
    /// <returns>Timestamps of the beginning and of the commit.</returns>
    public async Task<(long Begun, long Committed)> Send(HallEvents pushed)
    {
        var message = BareMessage.After(Seq, pushed);
        var begun = Stopwatch.GetTimestamp();
        await ledger.Insert();
        var committed = Stopwatch.GetTimestamp();
        Seq = message.UpTo;
        await hub.Clients.Group(BareHub.Group).SendAsync("events", message);
        return (begun, committed);
    }
}
