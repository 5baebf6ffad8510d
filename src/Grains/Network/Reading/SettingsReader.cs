using Yihao.Rules;

namespace Yihao.Grains.Network.Reading;

/// <summary>Reads what a hall does differently.</summary>
internal static class SettingsReader
{
    internal static SettingsDefinition Read(FieldReader hall)
    {
        if (hall.Reader("settings", "'settings'") is not { } fields)
            return SettingsDefinition.None;
        var settings = new SettingsDefinition
        {
            PriorityHeadStartMinutes = fields.Number("priorityHeadStartMinutes", 0, 480),
            AppointmentHeadStartMinutes = fields.Number("appointmentHeadStartMinutes", 0, 480),
            HeadStartsInRow = fields.Number("headStartsInRow", 1, 20),
            WaitCapMinutes = fields.Number("waitCapMinutes", 5, 480),
            HoldMinutes = fields.Number("holdMinutes", 1, 240),
            Holds = fields.Number("holds", 0, 10),
            RecallApartSeconds = fields.Number("recallApartSeconds", 1, 120),
            CallsBeforeNoShow = fields.Number("callsBeforeNoShow", 1, 10),
            NoShowAfterSeconds = fields.Number("noShowAfterSeconds", 0, 600),
            SameClerkWithinMinutes = fields.Number("sameClerkWithinMinutes", 0, 60),
            ReturnBehind = fields.Number("returnBehind", 0, 20),
            Returns = fields.Number("returns", 0, 10),
            InferStartAfterSeconds = fields.Number("inferStartAfterSeconds", 10, 600),
            Mode = fields.Choice<DispatchMode>("mode"),
            OfferTimeoutSeconds = fields.Number("offerTimeoutSeconds", 5, 120),
            OffersStopAfterSeconds = fields.Number("offersStopAfterSeconds", 2, 60),
            CoverAfterSeconds = fields.Number("coverAfterSeconds", 5, 600),
            AnnounceAgainAfterSeconds = fields.Number("announceAgainAfterSeconds", 5, 900),
            IdleAlarmMinutes = fields.Number("idleAlarmMinutes", 1, 120),
            OverflowAfterMinutes = fields.Number("overflowAfterMinutes", 0, 480),
            RemoteEvery = fields.Number("remoteEvery", 1, 20),
            HelpsUp = fields.Flag("helpsUp"),
            SharesBelow = fields.Flag("sharesBelow"),
        };
        fields.Done();
        CheckDelays(fields, settings);
        return settings;
    }

    // The delays follow each other: no more offers, then a deputy, then the ticket announced again.
    private static void CheckDelays(FieldReader fields, SettingsDefinition settings)
    {
        var cover = settings.CoverAfterSeconds ?? (int)new HallSettings().CoverAfter.TotalSeconds;
        if (settings.OffersStopAfterSeconds > cover)
            fields.Mistakes.Add(fields.LineOf("offersStopAfterSeconds"),
                $"'offersStopAfterSeconds' of {fields.What} is more than 'coverAfterSeconds'; "
                + $"at most {cover} is allowed");
        if (settings.AnnounceAgainAfterSeconds < cover)
            fields.Mistakes.Add(fields.LineOf("announceAgainAfterSeconds"),
                $"'announceAgainAfterSeconds' of {fields.What} is less than 'coverAfterSeconds'; "
                + $"at least {cover} is allowed");
    }
}
