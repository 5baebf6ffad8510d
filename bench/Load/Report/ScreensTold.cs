using Yihao.Load.Screens;

namespace Yihao.Load.Report;

/// <summary>What screens were told while lives ran.</summary>
/// <param name="Events">All screens together, warm-up included.</param>
/// <param name="Faults">Empty when each was told everything, once and in order.</param>
internal sealed record ScreensTold(int Screens, long Events, IReadOnlyList<string> Faults)
{
    /// <summary>Waits until they have everything.</summary>
    public static async Task<ScreensTold> By(FollowingScreens screens)
    {
        var faults = await screens.Check();
        return new(screens.Count, screens.Events, faults);
    }
}
