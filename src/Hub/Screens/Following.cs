using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Doors;

namespace Yihao.Hub.Screens;

/// <summary>
/// How a screen comes to follow a hall: from its place where that is known, from a picture otherwise.
/// </summary>
internal sealed partial class Following(
    IGrainFactory grains, GrainCalls calls, BuildId build, ILogger<Following> log)
{
    private const int Tries = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(250);

    /// <param name="place">Where the screen stands; null for one that shows nothing yet.</param>
    public async Task<FollowAnswer> Follow(
        HallFeed feed, Outbox screen, Place? place, CancellationToken cancellation)
    {
        await feed.Begun.WaitAsync(Patience, cancellation);
        if (place is { } here && await GoOn(feed, screen, here, cancellation) is { } answer)
            return answer;
        return await Draw(feed, screen, cancellation);
    }

    private async Task<FollowAnswer?> GoOn(HallFeed feed, Outbox screen, Place here, CancellationToken cancellation)
    {
        var caughtUp = new FollowAnswer(null, null, here.Ledger, here.Seq, build.Id);
        if (feed.TryJoin(screen, here, caughtUp.Written))
            return caughtUp;
        // Just after a start the feed may be a moment ahead of what the hall has published.
        for (var tries = 0; tries < Tries; tries++)
        {
            var told = await calls.Repeat(() => feed.Ask(here.Ledger, here.Seq), cancellation);
            feed.Hear(told);
            if (told is Reset reset)
            {
                LogDrawn(feed.Hall, here.Seq, "the hall gives no less");
                return Join(feed, screen, reset.Picture, reset.Skipped);
            }

            if (told is CaughtUp caught && feed.TryJoin(
                screen, new(caught.Missed.Ledger, caught.Missed.UpTo), caughtUp.Written, caught.Missed, fromHall: true))
                return caughtUp;
            await Task.Delay(BetweenTries, cancellation);
        }
        LogDrawn(feed.Hall, here.Seq, "the feed does not know that place");
        return null;
    }

    private async Task<FollowAnswer> Draw(HallFeed feed, Outbox screen, CancellationToken cancellation)
    {
        if (feed.KnownPicture() is { } known && Join(feed, screen, known, null) is { } fromMemory)
            return fromMemory;
        for (var tries = 0; tries < Tries; tries++)
        {
            var board = await calls.Repeat(() => grains.GetGrain<IHallGrain>(feed.Hall).Board(), cancellation);
            if (board is not Accepted<Picture> picture)
                break;
            feed.Keep(picture.Value);
            if (Join(feed, screen, picture.Value, null) is { } answer)
                return answer;
            // The ledger is another one than a moment ago: the feed is on its way to it.
            await Task.Delay(BetweenTries, cancellation);
        }
        throw new HubException($"{Codes.TryAgain}: the hall cannot be followed now.");
    }

    private FollowAnswer? Join(HallFeed feed, Outbox screen, Picture picture, long? skipped)
    {
        var answer = new FollowAnswer(picture, skipped, picture.Ledger, picture.Seq, build.Id);
        return feed.TryJoin(screen, new(picture.Ledger, picture.Seq), answer.Written, fromHall: true) ? answer : null;
    }

    [LoggerMessage(2112, LogLevel.Information,
        "A screen of hall {Hall} that stood at {Seq} is drawn anew: {Reason}")]
    private partial void LogDrawn(string hall, long seq, string reason);
}
