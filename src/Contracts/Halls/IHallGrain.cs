using Orleans.Concurrency;

namespace Yihao.Contracts;

/// <summary>
/// One hall, the only owner of its windows, lines and tickets. Key: the hall's id. Every accepted command is durable
/// when it is answered; reads and refusals answer from durable state and say which (<see cref="AsOf"/>). Any exception
/// means that the outcome is unknown: repeat with the same request id.
/// </summary>
[Alias("yihao.IHallGrain")]
public interface IHallGrain : IGrainWithStringKey
{
    [Alias("TakeNumber"), ResponseTimeout("00:00:02")]
    Task<Answer<TicketTaken>> TakeNumber(TakeNumberRequest request);

    [Alias("CancelTicket"), ResponseTimeout("00:00:02")]
    Task<Answer<TicketView>> CancelTicket(CancelTicketRequest request);

    [Alias("ReturnTicket"), ResponseTimeout("00:00:02")]
    Task<Answer<TicketView>> ReturnTicket(ReturnTicketRequest request);

    /// <summary>What a clerk does at a window. Comes through <see cref="IWindowGrain"/>.</summary>
    [Alias("AtWindow"), ResponseTimeout("00:00:02")]
    Task<Answer<WindowAnswer>> AtWindow(WindowRequest request);

    /// <summary>
    /// The clerk of a window is lost: no connection, or no command for too long. Not an error when it is closed. False,
    /// and nothing is done, when a command at the window has just been accepted, which the window could not know of.
    /// </summary>
    [Alias("LoseClerk"), ResponseTimeout("00:00:02")]
    Task<bool> LoseClerk(string window);

    /// <summary>No sign of a clerk for a moment: no offers to that window.</summary>
    [Alias("MissSigns"), ResponseTimeout("00:00:02")]
    Task MissSigns(string window);

    /// <summary>There is a sign of the clerk again.</summary>
    [Alias("HearSigns"), ResponseTimeout("00:00:02")]
    Task HearSigns(string window);

    /// <summary>A deputy without a window comes or goes.</summary>
    [Alias("StandBy"), ResponseTimeout("00:00:02")]
    Task<Answer<StandbyView>> StandBy(StandbyRequest request);

    /// <summary>A supervisor puts a ticket back into the line whose clerk is gone.</summary>
    [Alias("TakeAway"), ResponseTimeout("00:00:02")]
    Task<Answer<TicketView>> TakeAway(TakeAwayRequest request);

    /// <summary>Another hall offers to serve one who starves here by camera; may be repeated.</summary>
    [Alias("Lend"), ResponseTimeout("00:00:02")]
    Task<LendAnswer> Lend(LendRequest request);

    /// <summary>
    /// How far the helper is with it; may be repeated. True when the loan goes on, false when it is over here.
    /// </summary>
    [Alias("HearOfLoan"), ResponseTimeout("00:00:02")]
    Task<bool> HearOfLoan(LoanNews news);

    /// <summary>
    /// A ticket of another hall comes here for good; may be repeated. Null when it is in a line here, or why not.
    /// </summary>
    [Alias("Receive"), ResponseTimeout("00:00:02")]
    Task<string?> Receive(MoveRequest request);

    /// <summary>What starves in halls above or below.</summary>
    [OneWay, Alias("HearReport")]
    Task HearReport(StarvingReport report);

    /// <summary>What a newcomer with this matter would meet here.</summary>
    [Alias("WaitFor"), ResponseTimeout("00:00:02")]
    Task<Answer<MatterWait>> WaitFor(string matter);

    [Alias("Describe"), ResponseTimeout("00:00:02")]
    Task<Answer<HallView>> Describe();

    [Alias("Summarize"), ResponseTimeout("00:00:02")]
    Task<Answer<HallSummary>> Summarize();

    [Alias("Matters"), ResponseTimeout("00:00:02")]
    Task<Answer<IReadOnlyList<MatterView>>> Matters(string? search);

    [Alias("Board"), ResponseTimeout("00:00:02")]
    Task<Answer<Picture>> Board();

    [Alias("ListWaiting"), ResponseTimeout("00:00:02")]
    Task<Answer<LineView>> ListWaiting();

    [Alias("ListHeld"), ResponseTimeout("00:00:02")]
    Task<Answer<LineView>> ListHeld();

    /// <summary>A ticket as this hall knows it, even if another one has it now.</summary>
    [Alias("FindHere"), ResponseTimeout("00:00:02")]
    Task<Answer<TicketView>> FindHere(string ticketOrLink);

    /// <summary>A ticket as the hall shows it that has it now, as long as that one answers.</summary>
    /// <param name="ticketOrLink">A public ticket id, or the secret link on the paper.</param>
    [Alias("FindTicket"), ResponseTimeout("00:00:02")]
    Task<Answer<TicketView>> FindTicket(string ticketOrLink);

    [Alias("ReadLedger"), ResponseTimeout("00:00:05")]
    Task<Answer<LedgerPage>> ReadLedger(ReadLedgerRequest request);

    /// <summary>
    /// Subscribes a hub node, or renews its subscription: it then gets one message per commit. Answers with what the
    /// node has missed since the seq it names, so that a renewal repairs a gap and wakes the hall after a loss.
    /// </summary>
    [Alias("Subscribe"), ResponseTimeout("00:00:02")]
    Task<Subscribed> Subscribe(SubscribeRequest request);

    /// <summary>Wakes the hall, so that what time makes due happens without anybody looking.</summary>
    [Alias("Wake"), ResponseTimeout("00:00:05")]
    Task Wake();
}
