using System.Text.Json;
using Yihao.Contracts;
using Yihao.Hub.Screens;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Counters;

/// <summary>One connection of a clerk's page, and what it was shown last.</summary>
internal sealed class Attendant(string hall, string window, string clerk, Outbox outbox)
{
    private string shownWindow = string.Empty;
    private string shownQueue = string.Empty;

    public string Hall { get; } = hall;

    public string Window { get; } = window;

    public string Connection => outbox.Connection;

    /// <summary>The clerk of this page is the one at the window: only then is its connection a sign of life.</summary>
    public bool IsAtIt { get; private set; }

    public bool HasPostAt(ShownWindow window) =>
        window.Posts.A == clerk || window.Posts.B.Contains(clerk);

    /// <summary>Pushes what is different from the last time.</summary>
    public void Show(WindowView view, AsOf asOf, ShownQueue queue)
    {
        IsAtIt = view.Clerk == clerk && view.State != "closed";
        var window = JsonSerializer.Serialize(view, HubJson.Options);
        if (window != shownWindow)
            outbox.Push(Outbox.Message("window", ShownWindow.Of(view, asOf)), 1);
        shownWindow = window;
        var waiting = JsonSerializer.Serialize(queue, HubJson.Options);
        if (waiting != shownQueue)
            outbox.Push(Outbox.Message("queue", queue), 1);
        shownQueue = waiting;
    }
}
