namespace Yihao.Grains.Network.Reading;

/// <summary>Reads opening hours: a list of { "days": ["monday", …], "from": "08:30", "to": "12:00" }.</summary>
internal static class HoursReader
{
    internal static IReadOnlyList<SessionDefinition>? Read(FieldReader hall)
    {
        if (!hall.Has("hours"))
            return null;
        var sessions = new List<SessionDefinition>();
        foreach (var fields in hall.Each("hours", "a session of 'hours'"))
        {
            if (Session(fields) is not { } session)
                continue;
            if (sessions.Any(other => Overlap(other, session)))
                hall.Mistakes.Add(fields.Line,
                    "this session overlaps another one of 'hours'; one at a time is allowed");
            sessions.Add(session);
        }
        return sessions;
    }

    private static SessionDefinition? Session(FieldReader fields)
    {
        var days = fields.Texts("days", needed: true)
            .Select(text => Choices.Of<DayOfWeek>(text, "days", fields.What, fields.Mistakes))
            .OfType<DayOfWeek>()
            .ToArray();
        var from = fields.Clock("from", needed: true);
        var to = fields.Clock("to", needed: true);
        fields.Done();
        if (from is null || to is null)
            return null;
        if (from >= to)
            fields.Mistakes.Add(fields.LineOf("to"), $"this session ends at {to:HH:mm} and starts at {from:HH:mm}; "
                + "a later end of the same day is allowed");
        return new(days, from.Value, to.Value);
    }

    private static bool Overlap(SessionDefinition one, SessionDefinition other) =>
        one.Days.Intersect(other.Days).Any() && one.From < other.To && other.From < one.To;
}
