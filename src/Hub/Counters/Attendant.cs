using Yihao.Contracts;
using Yihao.Hub.Screens;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Counters;

/// <summary>A page at a window.</summary>
internal sealed class Attendant(string hall, string window, string clerk, Outbox outbox)
    : CounterPage(hall, clerk, outbox)
{
    private readonly CoverNotices covers = new();
    private bool isAtIt;

    public string Window { get; } = window;

    /// <summary>The clerk of this page is the one at the window: only then is its connection a sign of life.</summary>
    public override string? PresentAt => isAtIt ? Window : null;

    public bool HasPostAt(ShownWindow window) => window.Posts.A == Clerk || window.Posts.B.Contains(Clerk);

    /// <summary>Its own window, or who stands in for whom.</summary>
    public override bool Concerns(ScreenEvent happened) => happened.Window == Window || happened.By is not null;

    public override void Show(HallView view, AsOf asOf, IReadOnlyList<ClassCount> waiting)
    {
        if (view.Windows.FirstOrDefault(w => w.Window == Window) is not { } window)
            return;
        isAtIt = window.Clerk == Clerk && window.State != "closed";
        PushIfNew("window", ShownWindow.Of(window, asOf), window);
        PushIfNew("offer", window.Offer);
        foreach (var notice in covers.New(ShownCover.AllIn(view).Where(c => c.By == Window || c.Window == Window)))
            Push("cover", notice);
        PushIfNew("queue", new ShownQueue(waiting, window.Servable));
    }
}
