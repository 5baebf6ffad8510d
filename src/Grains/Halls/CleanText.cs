namespace Yihao.Grains.Halls;

/// <summary>
/// Text that may become an event: no control characters, no half of a surrogate pair, not too long. The doors say it
/// better; this is the last line before the ledger.
/// </summary>
internal static class CleanText
{
    /// <summary>Longer than any reason a person types.</summary>
    public const int LongestChars = 200;

    public static bool Fits(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && !Fits(text))
                return false;
        }

        return true;
    }

    private static bool Fits(string text)
    {
        if (text.Length > LongestChars)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
