namespace Yihao.Rules;

/// <summary>Deputies without a window.</summary>
internal static class StandingBy
{
    public static Decision Come(Hall hall, StandBy come)
    {
        if (hall.Clerk(come.Clerk) is null)
            return Decision.No(Refusal.ClerkUnknown);
        return hall.Windows.Any(
            w => w.IsSeatOf(come.Clerk) || (w.Staffing.AtIt == come.Clerk && w.Staffing is not Staffing.Paused))
            ? Decision.No(Refusal.ClerkElsewhere)
            : Decision.Of(new StandbyChanged(come.Clerk, true));
    }

    public static Decision Go(Hall hall, StandDown go) => hall.StandbyClerks.Contains(go.Clerk)
        ? Decision.Of(new StandbyChanged(go.Clerk, false))
        : Decision.No(Refusal.ClerkUnknown);
}
