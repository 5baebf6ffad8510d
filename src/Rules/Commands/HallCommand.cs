namespace Yihao.Rules;

/// <summary>What somebody wants of a hall. Closed: every command is in this folder.</summary>
public abstract record HallCommand
{
    private protected HallCommand() { }
}

/// <param name="Matter">Code of the matter; <see cref="MatterPlan.None"/> when the citizen does not know.</param>
/// <param name="Reason">Needed for priority.</param>
public sealed record TakeNumber(string Matter, TicketClass Class, string? Reason) : HallCommand;

public sealed record CancelTicket(TicketKey Ticket) : HallCommand;

/// <summary>A no-show came back, or a held citizen is ready.</summary>
public sealed record ReturnTicket(TicketKey Ticket) : HallCommand;

/// <summary>Time went by: what is due happens.</summary>
public sealed record PassTime() : HallCommand;

/// <summary>The hall is up again; said once by each activation that finds people in it.</summary>
public sealed record ResumeHall() : HallCommand;

public sealed record PlanHall(HallPlan Plan) : HallCommand;

/// <summary>What follows at once from what has just happened: covers, offers. Asked until nothing is due.</summary>
public sealed record React() : HallCommand;

/// <summary>A deputy without a window is there.</summary>
public sealed record StandBy(string Clerk) : HallCommand;

/// <summary>A deputy on standby goes.</summary>
public sealed record StandDown(string Clerk) : HallCommand;

/// <summary>
/// A supervisor takes a ticket away from a window whose clerk is gone, or from a booth, and puts it back into the line.
/// </summary>
public sealed record TakeAway(TicketKey Ticket, string Reason) : HallCommand;
