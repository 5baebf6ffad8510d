using Yihao.Contracts;

namespace Yihao.Hub.Shapes;

internal sealed record ShownWindow(
    string Window,
    string Kind,
    string Name,
    IReadOnlyList<string> Domains,
    IReadOnlyList<string> Matters,
    string State,
    bool PauseRequested,
    PauseView? Pause,
    string? Clerk,
    string? Post,
    string? Ticket,
    InHandView? InHand,
    IReadOnlyList<string> Covering,
    PostsView Posts,
    AsOf AsOf)
{
    public static ShownWindow Of(WindowView window, AsOf asOf) => new(
        window.Window, window.Kind, window.Name, window.Domains, window.Matters, window.State, window.PauseRequested,
        window.Pause, window.Clerk, window.Post, window.Ticket, window.InHand, window.Covering, window.Posts, asOf);
}

/// <param name="Ticket">Null when nobody was called.</param>
/// <param name="Reason">Why nobody was called: <c>nobody-waiting</c> or <c>window-paused</c>.</param>
internal sealed record CalledTicket(string? Ticket, string? Number, string? Reason, ShownWindow Window, AsOf AsOf)
{
    public static CalledTicket Of(WindowAnswer answer, AsOf asOf) =>
        new(answer.Ticket, answer.Number, answer.Reason, ShownWindow.Of(answer.Window, asOf), asOf);
}

/// <param name="Waiting">How many wait in the hall, by class.</param>
/// <param name="Servable">How many of them this window may serve; null when the hall does not say.</param>
internal sealed record ShownQueue(IReadOnlyList<ClassCount> Waiting, int? Servable);
