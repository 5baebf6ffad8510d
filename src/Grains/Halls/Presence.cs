using Yihao.Contracts;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>
/// What a hall tells its windows of their clerks: a command is a sign of life, a closed window needs no watch. Commands
/// come to the hall itself, not through the window, which would be one more call for each.
/// </summary>
internal sealed class Presence(TimeProvider time, Func<string, IWindowGrain> windowOf)
{
    /// <summary>How often a window is told of its clerk's commands: as often as a page beats.</summary>
    private static readonly TimeSpan SignsApart = TimeSpan.FromSeconds(1);

    /// <summary>How often a window is asked to keep watch, should its silo have been lost.</summary>
    private static readonly TimeSpan WatchesApart = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longer than a loss is on its way here, and shorter than the least silence that is one (coverAfterSeconds).
    /// </summary>
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(4);

    private readonly Dictionary<string, long> actedAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> toldAt = new(StringComparer.Ordinal);
    private long keptAt = time.GetTimestamp();

    /// <summary>The hall is up: its clerks are watched from now on.</summary>
    public void Begin(Hall hall)
    {
        keptAt = time.GetTimestamp();
        foreach (var window in Attended(hall))
            windowOf(window.Id).Watch().Ignore();
    }

    /// <summary>A deputy was seated: his page comes now.</summary>
    public void Seated(string window) => windowOf(window).Expect().Ignore();

    /// <summary>A command of the clerk is accepted, though not durable yet, or is on its way to another hall.</summary>
    public void Acts(string window) => actedAt[window] = time.GetTimestamp();

    /// <summary>Whether a loss is none, because the clerk did something while it was on its way.</summary>
    public bool Contradicts(string window) =>
        actedAt.TryGetValue(window, out var acted) && time.GetElapsedTime(acted) < Lately;

    public void Acted(string window, Answer<WindowAnswer> answer)
    {
        if (answer is not Accepted<WindowAnswer> { Value.Window.State: var state, Repeated: var repeated })
            return;
        if (state == "closed")
        {
            // What was closed once may be open by now.
            if (!repeated)
                Close(window);
            return;
        }

        if (toldAt.TryGetValue(window, out var told) && time.GetElapsedTime(told) < SignsApart)
            return;
        toldAt[window] = time.GetTimestamp();
        windowOf(window).Watch().Ignore();
    }

    public void KeepWatch(Hall hall)
    {
        if (time.GetElapsedTime(keptAt) < WatchesApart)
            return;
        keptAt = time.GetTimestamp();
        foreach (var window in Attended(hall))
            windowOf(window.Id).KeepWatch().Ignore();
    }

    private void Close(string window)
    {
        actedAt.Remove(window);
        toldAt.Remove(window);
        windowOf(window).StandDown().Ignore();
    }

    private static IEnumerable<Window> Attended(Hall hall) => hall.Windows.Where(w => w.Staffing is Staffing.Open);
}
