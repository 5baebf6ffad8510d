namespace Yihao.Rules;

/// <summary>Why a ticket has a head start, or none.</summary>
public enum TicketClass
{
    Normal,
    Priority,
    Appointment,
}
