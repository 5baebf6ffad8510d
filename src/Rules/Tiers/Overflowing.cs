namespace Yihao.Rules;

/// <summary>
/// When a hall's own windows do not suffice, other halls may serve its citizens by camera: at once where nobody is
/// there for a matter, otherwise when somebody has waited longer than the limit. Over when the windows are back, or
/// when the longest wait is down to half the limit, so that it does not flutter.
/// </summary>
internal static class Overflowing
{
    public static IEnumerable<HallEvent> Due(Hall hall, DateTimeOffset now)
    {
        var matters = hall.Lines.Matters;
        for (var group = 0; group < matters.Count; group++)
        {
            var sample = matters.SampleOf(group);
            if (matters.PlanOf(sample).Kin is null)
                continue;
            var known = hall.OverflowByMatter.TryGetValue(sample, out var cause) ? cause : (OverflowCause?)null;
            var wanted = Cause(hall, group, known, now);
            if (wanted != known)
                yield return new OverflowChanged(sample, wanted);
        }

        // A change of the plan may have formed the groups anew, or ended the service by camera.
        foreach (var matter in hall.OverflowByMatter.Keys)
        {
            if (!matters.IsSample(matter) || matters.PlanOf(matter).Kin is null)
                yield return new OverflowChanged(matter, null);
        }
    }

    private static OverflowCause? Cause(Hall hall, int group, OverflowCause? known, DateTimeOffset now)
    {
        if (hall.Lines.Of(group).Oldest is not { } oldest)
            return null;
        var anybody = false;
        foreach (var window in hall.WindowsById.Values)
            anybody |= window.Staffing is Staffing.Open && window.Groups.Contains(group);
        if (!anybody)
            return IsPlanned(hall, group, now) ? null : OverflowCause.Nobody;
        var limit = known is OverflowCause.Wait ? hall.Settings.OverflowAfter / 2 : hall.Settings.OverflowAfter;
        return now - oldest.CountedArrival >= limit ? OverflowCause.Wait : null;
    }

    /// <summary>The rota or the timetable has somebody away who serves it, and nobody is missing beside.</summary>
    private static bool IsPlanned(Hall hall, int group, DateTimeOffset now)
    {
        var planned = false;
        foreach (var window in hall.WindowsById.Values)
        {
            if (!hall.Lines.Matters.ServedBy(window.Plan, null).Contains(group))
                continue;
            if (Absence.Of(hall, window, now) is not null)
                return false;
            planned |= Absence.IsPlanned(hall, window, now);
        }

        return planned;
    }
}
