using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Yihao.Contracts;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>Acts on the wire to commands of the rules.</summary>
internal static class WindowActs
{
    /// <summary>False when a text is not clean or a ticket id is none.</summary>
    /// <param name="newId">Names a move to another hall: only the first of equal requests is done.</param>
    public static bool TryRead(
        WindowRequest request,
        string hall,
        Func<string> newId,
        [NotNullWhen(true)] out WindowCommand? command,
        out Request stamp)
    {
        (command, stamp) = (null, default);
        if (!CleanText.Fits(request.RequestId, request.Window))
            return false;
        command = Read(request.Window, request.Act, hall, newId);
        if (command is null)
            return false;
        stamp = RequestStamp.Of("window:" + request.Window, request.RequestId, Body(request.Act));
        return true;
    }

    private static WindowCommand? Read(string window, WindowAct act, string hall, Func<string> newId) => act switch
    {
        OpenAct open when CleanText.Fits(open.Clerk) => new OpenWindow(window, open.Clerk),
        CallNextAct next => new CallNext(window, next.FinishCurrent),
        CallAct call when CleanText.Fits(call.Reason) && Key(call.Ticket, hall) is { } ticket =>
            new CallTicket(window, ticket, call.Reason),
        RecallAct => new RecallTicket(window),
        StartAct => new StartTicket(window),
        FinishAct finish when CleanText.Fits(finish.Outcome) => new FinishTicket(window, finish.Outcome),
        NoShowAct => new MissTicket(window),
        HoldAct { Ticket: null } => new HoldTicket(window, null),
        HoldAct hold when Key(hold.Ticket, hall) is { } ticket => new HoldTicket(window, ticket),
        ReleaseAct => new ReleaseTicket(window),
        TransferAct move when CleanText.Fits(move.ToMatter, move.ToWindow, move.ToHall, move.Reason) =>
            Transfer(window, move, hall, newId),
        PauseAct pause when CleanText.Fits(pause.Reason) =>
            new PauseWindow(window, new Pause(pause.Reason, pause.Until?.ToUniversalTime())),
        ResumeAct => new ResumeWindow(window),
        CloseAct => new CloseWindow(window),
        AcceptAct => new AcceptOffer(window),
        DeclineAct decline when CleanText.Fits(decline.Reason) => new DeclineOffer(window, decline.Reason),
        RestAct rest => new SetRest(window, TimeSpan.FromSeconds(rest.Seconds)),
        _ => null,
    };

    private static WindowCommand? Transfer(string window, TransferAct transfer, string hall, Func<string> newId)
    {
        var ticket = Key(transfer.Ticket, hall);
        if (transfer.Ticket is not null && ticket is null)
            return null;
        return transfer.ToHall is { } to && to != hall
            ? new SendTicket(window, ticket, to, transfer.ToMatter, transfer.Reason, newId())
            : new TransferTicket(window, ticket, transfer.ToMatter, transfer.ToWindow, transfer.Reason);
    }

    private static TicketKey? Key(string? ticket, string hall) =>
        TicketKey.TryParseIn(hall, ticket, out var key) ? key : null;

    private static string?[] Body(WindowAct act) => act switch
    {
        OpenAct open => ["open", open.Clerk],
        CallNextAct next => ["call-next", next.FinishCurrent ? "finish" : null],
        CallAct call => ["call", call.Ticket, call.Reason],
        FinishAct finish => ["finish", finish.Outcome],
        HoldAct hold => ["hold", hold.Ticket],
        TransferAct move => move.ToHall is null
            ? ["transfer", move.Ticket, move.ToMatter, move.ToWindow, move.Reason]
            : ["transfer", move.Ticket, move.ToMatter, move.ToWindow, move.Reason, move.ToHall],
        DeclineAct decline => ["decline", decline.Reason],
        RestAct rest => ["rest", rest.Seconds.ToString(CultureInfo.InvariantCulture)],
        PauseAct pause => ["pause", pause.Reason, pause.Until?.ToString("O", CultureInfo.InvariantCulture)],
        _ => [act.GetType().Name],
    };
}
