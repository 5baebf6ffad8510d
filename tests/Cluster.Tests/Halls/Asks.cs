using Yihao.Contracts;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>Requests in one word each.</summary>
internal static class Asks
{
    public static TakeNumberRequest Take(string? id = null, string? matter = null) =>
        new(id ?? Guid.NewGuid().ToString(), "kiosk", matter, "normal", null);

    public static WindowRequest At(string window, WindowAct act, string? id = null) =>
        new(id ?? Guid.NewGuid().ToString(), window, act);

    /// <summary>
    /// The first window of the sample hall that serves citizens who have not said what for, with its clerk.
    /// </summary>
    public static (string Window, string Clerk) GeneralWindow(int index = 0, string hall = HallCluster.Hall)
    {
        var window = HallCluster.Sample.FindHall(hall)!.Windows
            .Where(w => w.Kind == Grains.Network.WindowKind.General)
            .ElementAt(index);
        return (window.Window, window.Posts.A!);
    }

    public static async Task<string> OpenGeneral(
        this HallCluster cluster, int index = 0, string hall = HallCluster.Hall)
    {
        var (window, clerk) = GeneralWindow(index, hall);
        await Retry.Accepted(() => cluster.WindowGrain(window, hall).Act(At(window, new OpenAct(clerk))));
        return window;
    }
}
