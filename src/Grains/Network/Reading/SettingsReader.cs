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
        };
        fields.Done();
        return settings;
    }
}
