using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Yihao.Bench.Screens;

namespace Yihao.Bench.Bare;

/// <summary>
/// What a call to screens is compared with: one durable insert, and a bare group send of the message of a call.
/// </summary>
/// <param name="moment">Has seen a call.</param>
internal sealed class BareBroadcast(BareLedger ledger, IHubContext<BareHub> hub, HubMoment moment)
{
    /// <summary>Where the screens stand that have everything.</summary>
    public long Seq { get; private set; }

    /// <summary>Screens that are opened now begin at 0.</summary>
    public void BeginAnew() => Seq = 0;

    /// <returns>Timestamps of the beginning and of the commit.</returns>
    public async Task<(long Begun, long Committed)> Send()
    {
        var message = BareMessage.After(Seq, moment.LastCall!);
        var begun = Stopwatch.GetTimestamp();
        await ledger.Insert();
        var committed = Stopwatch.GetTimestamp();
        Seq = message.UpTo;
        await hub.Clients.Group(BareHub.Group).SendAsync("events", message);
        return (begun, committed);
    }
}
