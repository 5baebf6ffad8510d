using System.Collections.Concurrent;

namespace Yihao.Rules.Tests.Model;

/// <summary>
/// Counts what the random commands brought about: a model that never sees a no-show proves nothing about them.
/// </summary>
internal sealed class Coverage
{
    private readonly ConcurrentDictionary<string, int> seen = new();
    private int commands;

    public int Commands => commands;

    public IReadOnlyDictionary<string, int> Seen => seen;

    public void Saw(Decision decision)
    {
        if (decision is not Decision.Nothing)
            Interlocked.Increment(ref commands);
        if (decision is Decision.Refuse refuse)
            Count(refuse.Code.ToString());
        foreach (var happened in (decision as Decision.Accept)?.Events ?? [])
        {
            Count(happened.Kind);
            Count(happened switch
            {
                TicketCalled called => $"called {called.Rule}",
                TicketReturned { Cause: ReturnCause.NoShow, SentTo: not null } => "returned NoShow, to the same window",
                TicketReturned returned => $"returned {returned.Cause}",
                TicketReleased released => $"released {released.Cause}",
                TicketStarted { Inferred: true } => "started by inference",
                WindowChanged changed => $"window {changed.Change}",
                OfferEnded ended => $"offer {ended.Cause}",
                WindowCovered covered when covered.By == covered.Window => $"sat down for {covered.Cause}",
                WindowCovered covered => $"covered for {covered.Cause}",
                WindowUncovered uncovered => $"uncovered, {uncovered.Cause}",
                MattersRerouted { Cause: { } cause } => $"rerouted for {cause}",
                NoticeGiven given => $"notice {given.Notice}",
                _ => null,
            });
        }
    }

    /// <summary>To write a whole hall down is slow: every fiftieth refusal is compared letter by letter.</summary>
    public bool Compares(Decision decision) => decision is not Decision.Accept && commands % 50 == 0;

    public override string ToString() => string.Join(", ", seen.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"));

    private void Count(string? what)
    {
        if (what is not null)
            seen.AddOrUpdate(what, 1, (_, count) => count + 1);
    }
}
