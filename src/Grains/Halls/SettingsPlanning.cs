using Yihao.Grains.Network;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>Makes the rules' settings of a hall: its own numbers over the rules' defaults.</summary>
internal static class SettingsPlanning
{
    private static readonly HallSettings Usual = new();

    internal static HallSettings Of(SettingsDefinition own) => WithPosts(WithLine(Usual, own), own);

    internal static TimeSpan CoverAfter(SettingsDefinition own) =>
        Seconds(own.CoverAfterSeconds) ?? Usual.CoverAfter;

    private static HallSettings WithLine(HallSettings usual, SettingsDefinition own) => usual with
    {
        PriorityHeadStart = Minutes(own.PriorityHeadStartMinutes) ?? usual.PriorityHeadStart,
        AppointmentHeadStart = Minutes(own.AppointmentHeadStartMinutes) ?? usual.AppointmentHeadStart,
        HeadStartsInRow = own.HeadStartsInRow ?? usual.HeadStartsInRow,
        WaitCap = Minutes(own.WaitCapMinutes) ?? usual.WaitCap,
        RecallApart = Seconds(own.RecallApartSeconds) ?? usual.RecallApart,
        CallsBeforeNoShow = own.CallsBeforeNoShow ?? usual.CallsBeforeNoShow,
        NoShowAfter = Seconds(own.NoShowAfterSeconds) ?? usual.NoShowAfter,
        InferStartAfter = Seconds(own.InferStartAfterSeconds) ?? usual.InferStartAfter,
        SameClerkWithin = Minutes(own.SameClerkWithinMinutes) ?? usual.SameClerkWithin,
        ReturnBehind = own.ReturnBehind ?? usual.ReturnBehind,
        Returns = own.Returns ?? usual.Returns,
        Hold = Minutes(own.HoldMinutes) ?? usual.Hold,
        Holds = own.Holds ?? usual.Holds,
    };

    private static HallSettings WithPosts(HallSettings usual, SettingsDefinition own)
    {
        var cover = CoverAfter(own);
        return usual with
        {
            Mode = own.Mode ?? usual.Mode,
            OfferTimeout = Seconds(own.OfferTimeoutSeconds) ?? usual.OfferTimeout,
            OffersStopAfter = Seconds(own.OffersStopAfterSeconds) ?? usual.OffersStopAfter,
            CoverAfter = cover,
            AnnounceAgainAfter = Seconds(own.AnnounceAgainAfterSeconds) ?? Longer(usual.AnnounceAgainAfter, cover),
            IdleAlarmAfter = Minutes(own.IdleAlarmMinutes) ?? usual.IdleAlarmAfter,
            OverflowAfter = Minutes(own.OverflowAfterMinutes) ?? usual.OverflowAfter,
            RemoteEvery = own.RemoteEvery ?? usual.RemoteEvery,
            HelpsUp = own.HelpsUp,
            SharesBelow = own.SharesBelow,
        };
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan? Minutes(int? minutes) => minutes is { } m ? TimeSpan.FromMinutes(m) : null;

    private static TimeSpan? Seconds(int? seconds) => seconds is { } s ? TimeSpan.FromSeconds(s) : null;
}
