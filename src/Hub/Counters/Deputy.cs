using System.Collections.Concurrent;
using Yihao.Contracts;
using Yihao.Hub.Screens;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Counters;

/// <summary>A page of a deputy without a window: he is told when he is to sit down at one.</summary>
internal sealed class Deputy(string hall, string clerk, Outbox outbox) : CounterPage(hall, clerk, outbox)
{
    private readonly CoverNotices covers = new();
    private readonly ConcurrentDictionary<string, string?> causes = [];
    private string? seat;

    /// <summary>Until the page of the window has come, this one is the sign of life.</summary>
    public override string? PresentAt => seat;

    public override bool Concerns(ScreenEvent happened)
    {
        if (happened is { Kind: "covered", Window: { } window })
            causes[window] = happened.Cause;
        return happened.By is not null || happened.Window == seat;
    }

    public override void Show(HallView view, AsOf asOf, IReadOnlyList<ClassCount> waiting)
    {
        var window = view.Windows.FirstOrDefault(w => w.Clerk == Clerk && w.State is not ("closed" or "paused"));
        seat = window?.Window;
        foreach (var notice in covers.New(window is null ? [] : [Seated(window)]))
            Push("cover", notice);
        PushIfNew("queue", new ShownQueue(waiting, window?.Servable));
    }

    private ShownCover Seated(WindowView window) => new(
        window.Window, window.Name, causes.GetValueOrDefault(window.Window), window.Servable, window.Window, true);
}
