using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Rules;

namespace Yihao.Grains.Tiers;

/// <summary>Home: answers helpers, from what is durable here.</summary>
internal sealed class Lending(LiveHall live)
{
    public Task<LendAnswer> Lend(LendRequest request)
    {
        if (!CleanText.Fits(request.Loan, request.Helper, request.HelperWindow, request.Clerk))
            return Task.FromResult<LendAnswer>(new NotLent(Codes.RequestInvalid));
        var lend = new LendTicket(
            request.Loan, request.Helper, request.HelperWindow, request.Clerk, request.Kins);
        return live.Execute<LendAnswer>(lend, null, (hall, decision, _) =>
            LentTicket.Of(hall, request.Loan) is { } lent
                ? new Lent(lent.Booth, TierWire.Of(lent.Guest, request.Helper))
                : new NotLent(decision is Decision.Refuse refused ? Wire.Code(refused.Code) : "nobody-waiting"));
    }

    public Task<bool> Hear(LoanNews news) => live.Execute(
        TierWire.Read(news), null, (hall, _, _) => LentTicket.Of(hall, news.Loan) is not null);
}
