namespace Yihao.Grains.Network.Reading;

/// <summary>Reads what a hall says of other halls: the one above it, and the one that helps out.</summary>
internal static class TierReader
{
    /// <summary>The parent that is stated, or else the hall whose id is the prefix; null for none.</summary>
    internal static string? Parent(FieldReader fields, string? id, NetworkReading reading)
    {
        if (fields.IsNull("parent") || id is null)
            return null;
        if (fields.Has("parent"))
            return Stated(fields, "parent", id, reading);
        var digits = id.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz"]);
        if (digits.Length is not (9 or 12))
            return null;
        var prefix = digits[..^3];
        if (reading.HallIds.Contains(prefix))
            return prefix;
        fields.Mistakes.Add(fields.Line, $"hall '{id}' has by default the unknown parent '{prefix}'; "
            + "add that hall, or state 'parent': another hall, or null for none");
        return null;
    }

    /// <summary>The hall that is stated to help out, or else the parent; null for none.</summary>
    internal static string? BHall(FieldReader fields, string? id, string? parent, NetworkReading reading)
    {
        if (fields.IsNull("bHall") || id is null)
            return null;
        if (!fields.Has("bHall"))
            return parent;
        var stated = Stated(fields, "bHall", id, reading);
        if (stated == id)
            fields.Mistakes.Add(fields.LineOf("bHall"),
                $"'bHall' of hall '{id}' is the hall itself; another hall, or null for none, is allowed");
        return stated;
    }

    private static string? Stated(FieldReader fields, string name, string id, NetworkReading reading)
    {
        var stated = fields.Text(name);
        if (stated is not null)
            reading.IsKnown(
                stated, fields.LineOf(name), reading.HallIds.Contains, "hall", $"'{name}' of hall '{id}'");
        return stated;
    }
}
