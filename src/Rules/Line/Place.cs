namespace Yihao.Rules;

/// <summary>
/// A ticket's place in the total order: effective arrival, then arrival, then number, guests after the hall's own. The
/// same on every machine and database, because it compares whole numbers only.
/// </summary>
public readonly record struct Place(long Effective, long Arrival, long Number, long Home = 0) : IComparable<Place>
{
    public DateTimeOffset EffectiveAt => new(Effective, TimeSpan.Zero);

    public DateTimeOffset ArrivalAt => new(Arrival, TimeSpan.Zero);

    public static Place Of(DateTimeOffset effective, DateTimeOffset arrival, TicketKey key) =>
        new(effective.UtcTicks, arrival.UtcTicks, key.Packed, key.HomeRank);

    /// <summary>The nearest place behind another one, for the same ticket.</summary>
    public Place Behind(Place other) => this with { Effective = Math.Max(Effective, other.Effective + 1) };

    public int CompareTo(Place other)
    {
        if (Effective != other.Effective)
            return Effective < other.Effective ? -1 : 1;
        if (Arrival != other.Arrival)
            return Arrival < other.Arrival ? -1 : 1;
        return Number != other.Number ? Number.CompareTo(other.Number) : Home.CompareTo(other.Home);
    }

    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;

    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;

    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;
}
