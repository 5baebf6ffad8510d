using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Yihao.Hub.Bodies;

/// <summary>What counts as text that may enter: no half characters, nothing that cannot be seen.</summary>
internal static class BodyText
{
    /// <summary>Null when it is clean, otherwise what is wrong with it, to be read after the field's name.</summary>
    public static string? FaultOf(string text, int longest)
    {
        if (text.Length == 0)
            return "must not be empty";
        if (text.Length > longest)
            return $"must not be longer than {longest} characters";
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done)
                return "holds half a character";
            if (!IsPrintable(rune))
                return "holds a character that cannot be printed";
            rest = rest[used..];
        }
        return null;
    }

    /// <summary>The text of a JSON string; false when it is no string, or its escapes or bytes make no text.</summary>
    public static bool TryRead(JsonElement element, out string text)
    {
        text = string.Empty;
        if (element.ValueKind != JsonValueKind.String)
            return false;
        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
