namespace Yihao.Rules;

/// <summary>From when a called ticket may be called again, and from when it may be missed.</summary>
public static class CallTimes
{
    public static DateTimeOffset RecallFrom(Hall hall, TicketPhase.Called call)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(call);
        return call.LastAt + hall.Settings.RecallApart;
    }

    /// <summary>Null while it has not been called often enough.</summary>
    public static DateTimeOffset? NoShowFrom(Hall hall, TicketPhase.Called call)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(call);
        if (call.Calls < hall.Settings.CallsBeforeNoShow)
            return null;
        var span = hall.Plan.HasFloors ? 2 * hall.Settings.NoShowAfter : hall.Settings.NoShowAfter;
        // Time through which the system was down is not time in which the citizen could have come.
        return (call.FirstAt > hall.UpSince ? call.FirstAt : hall.UpSince) + span;
    }
}
