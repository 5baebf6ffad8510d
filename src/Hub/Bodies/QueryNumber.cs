using System.Globalization;

namespace Yihao.Hub.Bodies;

/// <summary>A whole number in a query.</summary>
internal static class QueryNumber
{
    /// <summary>
    /// The number, or <paramref name="usual"/> when it is left out; null when it is none or out of range.
    /// </summary>
    public static long? Read(string? text, long usual, long least, long most)
    {
        if (text is null)
            return usual;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number : null;
    }
}
