using Yihao.Contracts;
using Yihao.Hub.Bodies;

namespace Yihao.Hub.Asking;

/// <summary>One thing a clerk does: its name in the path, and how its body is read.</summary>
/// <param name="Body">The record that shows the body in the OpenAPI document.</param>
/// <param name="Read">Makes the act of a body; the second argument is the hall.</param>
internal sealed record WindowCall(string Name, string Summary, Type Body, Func<BodyReader, string, WindowAct> Read);

/// <summary>All that a clerk does at a window, over HTTP and over the counter hub alike.</summary>
internal static class WindowActs
{
    private const int LongestId = 64;
    private const int LongestReason = 200;
    private const int LongestRestSeconds = 600;

    public static WindowCall Open { get; } = new("open", "A clerk opens the window.", typeof(OpenBody),
        (body, _) => new OpenAct(body.Text("clerk", LongestId)));

    public static WindowCall CallNext { get; } = new("call-next", "Calls the next ticket.", typeof(CallNextBody),
        (body, _) => new CallNextAct(body.Flag("finishCurrent")));

    public static WindowCall Call { get; } = new("call", "Calls a ticket out of order, by hand.", typeof(CallBody),
        (body, _) => new CallAct(body.Text("ticket", LongestId), body.Text("reason", LongestReason)));

    public static WindowCall Recall { get; } = new("recall", "Calls the ticket in hand again.", typeof(RequestBody),
        (_, _) => new RecallAct());

    public static WindowCall Start { get; } = new("start", "The citizen is at the window.", typeof(RequestBody),
        (_, _) => new StartAct());

    public static WindowCall Finish { get; } = new("finish", "The ticket in hand is done.", typeof(FinishBody),
        (body, _) => new FinishAct(body.OptionalText("outcome", LongestReason)));

    public static WindowCall NoShow { get; } = new("no-show", "The citizen did not come.", typeof(RequestBody),
        (_, _) => new NoShowAct());

    public static WindowCall Hold { get; } = new("hold", "Holds the ticket in hand, or a waiting one.",
        typeof(HoldBody), (body, _) => new HoldAct(body.OptionalText("ticket", LongestId)));

    public static WindowCall Release { get; } = new("release", "Puts the called ticket back where it was.",
        typeof(RequestBody), (_, _) => new ReleaseAct());

    public static WindowCall Transfer { get; } = new("transfer", "Another matter, another window or another hall.",
        typeof(TransferBody), ReadTransfer);

    public static WindowCall Pause { get; } = new("pause", "Pauses, after the ticket in hand.", typeof(PauseBody),
        (body, _) => new PauseAct(body.Text("reason", LongestReason), body.Instant("until")));

    public static WindowCall Resume { get; } = new("resume", "Ends a pause, or the wish for one.", typeof(RequestBody),
        (_, _) => new ResumeAct());

    public static WindowCall Close { get; } = new("close", "The clerk goes.", typeof(CloseBody), ReadClose);

    public static WindowCall Accept { get; } = new("accept", "Takes the ticket that is offered.", typeof(RequestBody),
        (_, _) => new AcceptAct());

    public static WindowCall Decline { get; } = new("decline", "Leaves the offer to the next window.",
        typeof(DeclineBody), (body, _) => new DeclineAct(body.Text("reason", LongestReason)));

    public static WindowCall Rest { get; } = new("rest", "Sets the time between two tickets that are offered.",
        typeof(RestBody), (body, _) => new RestAct(body.Number("seconds", 0, LongestRestSeconds)));

    public static IReadOnlyList<WindowCall> All { get; } =
    [
        Open, CallNext, Call, Recall, Start, Finish, NoShow, Hold, Release, Transfer, Pause, Resume, Close, Accept,
        Decline, Rest,
    ];

    private static TransferAct ReadTransfer(BodyReader body, string hall)
    {
        var ticket = body.OptionalText("ticket", LongestId);
        var reason = body.Text("reason", LongestReason);
        if (body.Inside("to") is not { } to)
        {
            body.Refuse("to", "'to' is missing: say which matter, which window or which hall.");
            return new TransferAct(ticket, null, null, reason);
        }
        var (matter, window) = (to.OptionalText("matter", LongestId), to.OptionalText("window", LongestId));
        var other = to.OptionalText("hall", LongestId) is { } named && named != hall ? named : null;
        if (other is not null && window is not null)
            to.Refuse("window", "'to.window' is for this hall only: another hall chooses the window itself.");
        if (matter is null && window is null && other is null)
            body.Refuse("to", "'to' is empty: say which matter, which window or which other hall.");
        return new TransferAct(ticket, matter, window, reason) { ToHall = other };
    }

    private static CloseAct ReadClose(BodyReader body, string hall)
    {
        // A reason is allowed for the sake of the pages; the ledger has no place for it.
        body.OptionalText("reason", LongestReason);
        return new CloseAct();
    }
}
