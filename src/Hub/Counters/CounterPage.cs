using System.Text.Json;
using Yihao.Contracts;
using Yihao.Hub.Screens;

namespace Yihao.Hub.Counters;

/// <summary>One connection of a clerk's page, and what it was shown last.</summary>
internal abstract class CounterPage(string hall, string clerk, Outbox outbox)
{
    private readonly Dictionary<string, string> shown = [];

    public string Hall { get; } = hall;

    public string Clerk { get; } = clerk;

    public string Connection => outbox.Connection;

    /// <summary>The window whose clerk this page is now: the connection is his sign of life. Null for none.</summary>
    public abstract string? PresentAt { get; }

    /// <summary>True when this page must not wait for its turn: more than counts is different.</summary>
    public abstract bool Concerns(ScreenEvent happened);

    /// <summary>Pushes what is different from the last time.</summary>
    public abstract void Show(HallView view, AsOf asOf, IReadOnlyList<ClassCount> waiting);

    /// <param name="compared">What makes it different; <paramref name="content"/> itself when left out.</param>
    protected void PushIfNew(string push, object? content, object? compared = null)
    {
        var now = JsonSerializer.Serialize(compared ?? content, HubJson.Options);
        if (shown.GetValueOrDefault(push) == now)
            return;
        shown[push] = now;
        Push(push, content);
    }

    protected void Push(string push, object? content) => outbox.Push(Outbox.Message(push, content), 1);
}
