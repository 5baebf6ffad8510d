using System.Diagnostics;
using System.Diagnostics.Metrics;
using Yihao.Hub.Asking;
using Yihao.Hub.Screens;

namespace Yihao.Hub.Telemetry;

/// <summary>What the doors of this process count.</summary>
public static class HubMeter
{
    public const string Name = "Yihao.Hub";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Repeated = Meter.CreateCounter<long>(
        "yihao.door.repeats", "{call}", "Calls to halls that were made again with the same request id.");

    private static readonly Counter<long> Unknown = Meter.CreateCounter<long>(
        "yihao.door.unknown", "{call}", "Calls whose outcome stayed unknown: the caller was told to try again.");

    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "yihao.door.refused", "{call}", "Calls that were not made because Doors:InFlight were under way.");

    private static readonly Counter<long> CutOff = Meter.CreateCounter<long>(
        "yihao.screens.cut_off", "{connection}", "Connections closed because they were too slow for their events.");

    private static readonly Counter<long> Gaps = Meter.CreateCounter<long>(
        "yihao.feeds.gaps", "{gap}", "Gaps in what halls told this node; the next renewal brought it.");

    static HubMeter()
    {
        Meter.CreateObservableUpDownCounter(
            "yihao.door.in_flight", () => InFlight.Here, "{call}", "Calls to halls under way.");
        Meter.CreateObservableUpDownCounter(
            "yihao.connections", OutboxesHere.Counts, "{connection}", "Live connections, by the page that has them.");
        Meter.CreateObservableGauge(
            "yihao.screens.lag.max", () => OutboxesHere.Lag.Max, "{event}",
            "Events on their way to the slowest connection.");
        Meter.CreateObservableGauge(
            "yihao.screens.lag.sum", () => OutboxesHere.Lag.Sum, "{event}", "Events on their way to all connections.");
        Meter.CreateObservableUpDownCounter(
            "yihao.feeds.followed", () => HallFeeds.Followed, "{hall}", "Halls that this node follows for its pages.");
    }

    /// <summary>Shows every counter from 0 on: what appears only at the first loss makes no alarm of it.</summary>
    public static void Announce()
    {
        Repeated.Add(0);
        Unknown.Add(0);
        Refused.Add(0);
        CutOff.Add(0);
        Gaps.Add(0);
    }

    internal static void CountRepeated(string why)
    {
        Repeated.Add(1);
        Activity.Current?.AddEvent(new ActivityEvent("repeated", tags: new() { ["exception"] = why }));
    }

    internal static void CountUnknown() => Unknown.Add(1);

    internal static void CountRefused() => Refused.Add(1);

    internal static void CountCutOff() => CutOff.Add(1);

    internal static void CountGap() => Gaps.Add(1);
}
