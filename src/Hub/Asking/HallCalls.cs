using Yihao.Contracts;
using Yihao.Hub.Bodies;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Asking;

/// <summary>What everybody may read of a hall.</summary>
internal sealed class HallCalls(HallRefs refs, GrainCalls calls, KnownHalls halls)
{
    private const int LongestSearch = 40;

    public Task<Reply> Describe(string hall, CancellationToken cancellation) =>
        Read(hall, h => h.Describe(), (view, asOf) => ShownHall.Of(view, asOf), cancellation);

    public Task<Reply> Board(string hall, CancellationToken cancellation) =>
        Read(hall, h => h.Board(), (picture, _) => ShownBoard.Of(picture), cancellation);

    public Task<Reply> Waiting(string hall, CancellationToken cancellation) =>
        Read(hall, h => h.ListWaiting(), (line, asOf) => new ShownLine(asOf, line.Tickets), cancellation);

    public Task<Reply> Held(string hall, CancellationToken cancellation) =>
        Read(hall, h => h.ListHeld(), (line, asOf) => new ShownLine(asOf, line.Tickets), cancellation);

    /// <param name="search">Part of a name, a department or a code; null or empty for all.</param>
    public async Task<Reply> Matters(string hall, string? search, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(search) && BodyText.FaultOf(search, LongestSearch) is { } fault)
            return Problems.Invalid("q", $"'q' {fault}.");
        return await Read(
            hall, h => h.Matters(string.IsNullOrEmpty(search) ? null : search), (found, _) => found, cancellation);
    }

    public async Task<Reply> Ledger(string hall, string? after, string? take, CancellationToken cancellation)
    {
        if (QueryNumber.Read(after, usual: 0, least: 0, most: long.MaxValue) is not { } from)
            return Problems.Invalid("after", "'after' must be a whole number, 0 or more.");
        if (QueryNumber.Read(take, usual: 1_000, least: 1, most: 1_000) is not { } most)
            return Problems.Invalid("take", "'take' must be a whole number, 1 to 1,000.");
        var request = new ReadLedgerRequest(from, (int)most);
        return await Read(
            hall, h => h.ReadLedger(request), (page, _) => page.Lines.Select(LedgerEntry.Of).ToList(), cancellation);
    }

    private async Task<Reply> Read<T>(
        string hall,
        Func<IHallGrain, Task<Answer<T>>> ask,
        Func<T, AsOf, object> show,
        CancellationToken cancellation) =>
        await halls.Find(hall, cancellation) is null
            ? Problems.Of(Codes.HallUnknown)
            : await calls.Ask(
                () => ask(refs.Hall(hall)),
                found => new Reply.Given(show(found.Value, found.AsOf), found.AsOf),
                cancellation);
}
