using System.Globalization;

namespace Yihao.Rules;

/// <summary>
/// One number of one business day in one hall. The number is what the citizen reads ("A012"): a letter and at least
/// three digits, four after 999; unique per hall and business day.
/// </summary>
/// <param name="Home">The hall that gave it out; null for the hall that holds it.</param>
public readonly record struct TicketKey(DateOnly Day, char Prefix, int Number, string? Home = null)
    : IComparable<TicketKey>
{
    /// <summary>A letter and any number there is.</summary>
    private const int LongestShown = 12;

    /// <summary>Day, a hyphen and the number.</summary>
    public const int LongestWritten = 9 + LongestShown;

    /// <summary>Letters that do not sound or look alike when a number is called out.</summary>
    public const string Letters = "ABFHLMQRUWY";

    public string Shown
    {
        get
        {
            Span<char> text = stackalloc char[LongestShown];
            return new(text[..Write(text)]);
        }
    }

    /// <summary>The public id: hall, day and number, for example <c>450521-20261123-A012</c>.</summary>
    public string IdIn(string hall)
    {
        ArgumentNullException.ThrowIfNull(hall);
        Span<char> text = stackalloc char[LongestWritten];
        return string.Concat(Home ?? hall, "-", text[..WriteDayAndNumber(text)]);
    }

    /// <summary>The public id without the hall, for example <c>20261123-A012</c>.</summary>
    /// <param name="text">Room for <see cref="LongestWritten"/> characters.</param>
    /// <returns>How many were written.</returns>
    public int WriteDayAndNumber(Span<char> text)
    {
        // By hand: each command writes some of these, and a format costs several times as much.
        var day = ((Day.Year * 100) + Day.Month) * 100 + Day.Day;
        for (var i = 7; i >= 0; i--, day /= 10)
            text[i] = (char)('0' + day % 10);
        text[8] = '-';
        return 9 + Write(text[9..]);
    }

    /// <summary>The same ticket as another hall knows it.</summary>
    /// <param name="hall">The hall that knows it as this key.</param>
    public TicketKey SeenFrom(string hall, string other) =>
        this with { Home = (Home ?? hall) == other ? null : Home ?? hall };

    /// <summary>Day, letter and number in one comparable value: the last tie-break of the total order.</summary>
    internal long Packed => ((long)Day.DayNumber << 40) | ((long)Prefix << 32) | (uint)Number;

    /// <summary>Keeps guests with the same number apart in the total order: FNV-1a over the home's id.</summary>
    internal long HomeRank
    {
        get
        {
            if (Home is null)
                return 0;
            var hash = 14695981039346656037UL;
            foreach (var letter in Home)
                hash = (hash ^ letter) * 1099511628211UL;
            return (long)hash;
        }
    }

    /// <summary>The letter and at least three digits; returns how many characters.</summary>
    private int Write(Span<char> text)
    {
        var digits = Number switch { < 1_000 => 3, < 10_000 => 4, < 100_000 => 5, < 1_000_000 => 6, _ => 0 };
        if (digits == 0 || Number < 0)
        {
            text[0] = Prefix;
            Number.TryFormat(text[1..], out var written, "000", CultureInfo.InvariantCulture);
            return 1 + written;
        }

        var left = Number;
        text[0] = Prefix;
        for (var i = digits; i > 0; i--, left /= 10)
            text[i] = (char)('0' + left % 10);
        return 1 + digits;
    }

    /// <summary>Takes a public id apart; false when it is not one.</summary>
    public static bool TryParse(string? id, out string hall, out TicketKey key)
    {
        (hall, key) = (string.Empty, default);
        var parts = id?.Split('-') ?? [];
        if (parts.Length != 3 || parts[2] is not [var prefix, ..] || parts[2].Length is < 4 or > 8)
            return false;
        var culture = CultureInfo.InvariantCulture;
        if (!DateOnly.TryParseExact(parts[1], "yyyyMMdd", culture, DateTimeStyles.None, out var day))
            return false;
        if (!int.TryParse(parts[2].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        (hall, key) = (parts[0], new(day, prefix, number));
        return Letters.Contains(prefix, StringComparison.Ordinal) && key.Shown == parts[2];
    }

    /// <summary>Reads a public id as a hall knows it: with a home only if that is another hall.</summary>
    public static bool TryParseIn(string hall, string? id, out TicketKey key)
    {
        if (!TryParse(id, out var home, out key))
            return false;
        key = key with { Home = home == hall ? null : home };
        return true;
    }

    public int CompareTo(TicketKey other) => Packed != other.Packed
        ? Packed.CompareTo(other.Packed)
        : string.CompareOrdinal(Home, other.Home);

    public static bool operator <(TicketKey left, TicketKey right) => left.CompareTo(right) < 0;

    public static bool operator >(TicketKey left, TicketKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(TicketKey left, TicketKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TicketKey left, TicketKey right) => left.CompareTo(right) >= 0;
}
