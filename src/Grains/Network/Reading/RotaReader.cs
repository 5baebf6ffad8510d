namespace Yihao.Grains.Network.Reading;

/// <summary>Reads the rota of a window: a list of { "from": "12:00", "to": "14:30" }.</summary>
internal static class RotaReader
{
    internal static IReadOnlyList<RotaDefinition> Read(FieldReader window)
    {
        var spans = new List<RotaDefinition>();
        foreach (var fields in window.Each("rota", "a span of 'rota'"))
        {
            if (Span(fields) is not { } span)
                continue;
            if (spans.Any(other => other.From < span.To && span.From < other.To))
                window.Mistakes.Add(fields.Line, "this span overlaps another one of 'rota'; one at a time is allowed");
            spans.Add(span);
        }
        if (spans.Count > RotaDefinition.Most)
            window.Mistakes.Add(window.LineOf("rota"),
                $"'rota' of {window.What} has {spans.Count} spans; at most {RotaDefinition.Most} are allowed");
        return spans;
    }

    private static RotaDefinition? Span(FieldReader fields)
    {
        var from = fields.Clock("from", needed: true);
        var to = fields.Clock("to", needed: true);
        fields.Done();
        if (from is null || to is null)
            return null;
        if (from >= to)
            fields.Mistakes.Add(fields.LineOf("to"), $"this span ends at {to:HH:mm} and starts at {from:HH:mm}; "
                + "a later end of the same day is allowed");
        return new(from.Value, to.Value);
    }
}
