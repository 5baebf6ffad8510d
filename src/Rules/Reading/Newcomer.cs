namespace Yihao.Rules;

/// <summary>What somebody who came now with a matter would meet, without taking a number.</summary>
/// <param name="Ahead">Tickets before him.</param>
/// <param name="WindowsOpen">Open windows that may call him.</param>
/// <param name="Estimate">Null when none is open.</param>
public readonly record struct Newcomer(int Ahead, int WindowsOpen, WaitEstimate? Estimate)
{
    public static Newcomer Of(Hall hall, string matter, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(hall);
        var prefix = hall.Lines.Matters.PlanOf(matter).Prefix;
        var key = new TicketKey(hall.Day, prefix, hall.LastNumber(prefix) + 1);
        var joins = new Ticket(key, TicketClass.Normal, null, matter, now, TimeSpan.Zero);
        var standing = Standing.OfNewcomer(hall, joins);
        return new(standing.Ahead, standing.WindowsOpen, WaitEstimate.Of(hall, joins, standing));
    }
}
