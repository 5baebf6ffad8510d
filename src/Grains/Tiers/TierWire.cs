using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Rules;

namespace Yihao.Grains.Tiers;

/// <summary>What halls say to each other, to the rules' words and back.</summary>
internal static class TierWire
{
    public static GuestTicket Of(Guest guest, string to) => new(
        guest.Ticket.IdIn(to),
        Wire.Of(guest.Class),
        guest.Reason,
        guest.Matter,
        guest.Arrival,
        guest.HeadStart,
        guest.Effective);

    /// <summary>A ticket that comes for good; null when it is not one.</summary>
    public static Guest? ReadMoved(GuestTicket ticket, string hall) =>
        TicketKey.TryParseIn(hall, ticket.Ticket, out var key) ? Read(ticket, key) : null;

    /// <summary>A ticket on loan keeps its home, even where that is the helper itself; null when it is none.</summary>
    public static Guest? ReadLent(GuestTicket ticket) =>
        TicketKey.TryParse(ticket.Ticket, out var home, out var key) ? Read(ticket, key with { Home = home }) : null;

    private static Guest? Read(GuestTicket ticket, TicketKey key) => Wire.ClassOf(ticket.Class) is { } ticketClass
        ? new(key, ticketClass, ticket.Reason, ticket.Matter, ticket.Arrival, ticket.HeadStart, ticket.Effective)
        : null;

    public static LoanNews Of(Loan loan)
    {
        var end = loan.End is { } known ? HallCatalogue.Camel(known.ToString()) : null;
        return new(loan.Id, loan.Calls, loan.Started, end, loan.Outcome);
    }

    public static HearOfLoan Read(LoanNews news)
    {
        LoanEnd? end = news.End is { } word ? Enum.Parse<LoanEnd>(word, true) : null;
        return new(news.Loan, new LoanStatus(news.Calls, news.Started, end, news.Outcome));
    }

    public static StarvingReport Of(HallReport report, bool fromAbove) => new(
        report.From,
        fromAbove,
        [.. report.Heads.Select(h => new StarvingTickets(
            h.Home, h.Kin, h.Effective, h.Arrival, h.Number, h.Cause == OverflowCause.Nobody, h.Waiting))]);

    public static HallReport Read(StarvingReport report) => new(
        report.From,
        [.. report.Heads.Select(h => new StarvingHead(
            h.Home, h.Kin, h.Effective, h.Arrival, h.Number,
            h.NobodyThere ? OverflowCause.Nobody : OverflowCause.Wait, h.Waiting))]);
}
