using Yihao.Hub.Asking;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Counters;

/// <summary>How a deputy's page comes to stand by, and goes.</summary>
internal sealed class Standing(PostCalls posts, HallCalls halls, KnownHalls known)
{
    /// <summary>One who was seated while his page was away is told at which window.</summary>
    public async Task<Reply> Begin(string hall, string clerk, CancellationToken cancellation)
    {
        if (await known.Find(hall, cancellation) is null)
            return Problems.Of(Contracts.Codes.HallUnknown);
        var reply = await posts.StandBy(hall, NewId(), clerk, true, cancellation);
        return reply is Reply.Denied { Problem.Code: "clerk-elsewhere" }
            && await Seated(hall, clerk, cancellation) is { } seated
            ? seated
            : reply;
    }

    public Task<Reply> End(string hall, string clerk, CancellationToken cancellation) =>
        posts.StandBy(hall, NewId(), clerk, false, cancellation);

    private async Task<Reply?> Seated(string hall, string clerk, CancellationToken cancellation) =>
        await halls.Describe(hall, cancellation) is Reply.Given { Value: ShownHall shown }
        && shown.Windows.FirstOrDefault(w => w.Clerk == clerk) is { } window
            ? new Reply.Given(new ShownStandby(clerk, false, shown.Standby, window.Window, shown.AsOf), shown.AsOf)
            : null;

    private static string NewId() => Guid.NewGuid().ToString();
}
