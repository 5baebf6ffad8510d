using Yihao.Grains.Codec;
using Yihao.Grains.Ports;

namespace Yihao.Simulation.Tests;

/// <summary>
/// Stands beside the run and knows only what is durable: replays the ledger as it grows, keeps its own account, and
/// holds every answer against both.
/// </summary>
internal sealed class Auditor(string hallId)
{
    /// <summary>A repetition later than this may have been forgotten: 24 hours, less what clocks differ.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(23);

    private readonly List<Recorded> durable = [];
    private readonly Dictionary<long, long> digests = [];
    private readonly Dictionary<UInt128, (long Seq, Outcome Outcome)> acknowledged = [];
    private byte[] lastHash = LedgerChain.Root;

    public Book Book { get; } = new();

    public Hall? Truth { get; private set; }

    public IReadOnlyList<Recorded> DurableEvents => durable;

    /// <summary>Kinds of events, refusals and answers that occurred, with how often.</summary>
    public SortedDictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    public int Answers { get; private set; }

    public int Repeats { get; private set; }

    /// <summary>The entries of one command have become durable.</summary>
    public void Durable(IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            Promise(entry.Seq == durable.Count + 1, $"entry {entry.Seq} stands at place {durable.Count + 1}");
            Promise(LedgerChain.HashOf(lastHash, hallId, entry).AsSpan().SequenceEqual(entry.Hash),
                $"the chain breaks at {entry.Seq}");
            Promise(durable.Count == 0 || entry.At >= durable[^1].At, $"time runs backwards at {entry.Seq}");
            lastHash = entry.Hash;
            Count(entry.Kind);
            var recorded = EventCodec.Decode(entry);
            Book.Enter(recorded.Event, recorded.At, key => Truth?.Ticket(key)?.SentTo);
            if (Truth is null)
                Truth = Hall.Begin(recorded);
            else
                Truth.Apply(recorded);
            durable.Add(recorded);
        }

        digests[Truth!.Seq] = HallDigest.Of(Truth);
        HoldAgainstBook();
    }

    /// <summary>Somebody outside has been told something.</summary>
    public void Told(Errand errand, Ack ack, DateTimeOffset now)
    {
        Answers++;
        Count(ack.Refusal?.ToString() ?? ack.Kind);
        Promise(ack.Seq <= durable.Count, $"{errand} was answered as of {ack.Seq}, durable is {durable.Count}");
        Promise(digests.TryGetValue(ack.Seq, out var digest), $"{errand} was answered in the midst of a command");
        Promise(digest == ack.Digest, $"{errand} was answered from another state than the ledger's at {ack.Seq}");
        if (errand.Stamp is not { } stamp)
            return;
        if (acknowledged.TryGetValue(stamp.Key, out var before))
            Again(errand, ack, before, now);
        else if (ack.Outcome is { } outcome)
            First(errand, stamp, outcome);
    }

    /// <summary>Everything acknowledged is still there.</summary>
    public void NothingIsLost()
    {
        foreach (var (key, (seq, _)) in acknowledged)
        {
            Promise(seq <= durable.Count && durable[(int)seq - 1].Request?.Key == key,
                $"what was acknowledged at {seq} is no longer there");
        }
    }

    private void First(Errand errand, Request stamp, Outcome outcome)
    {
        Promise(outcome.Seq <= durable.Count, $"{errand} was acknowledged at {outcome.Seq} before it was durable");
        Promise(durable[(int)outcome.Seq - 1].Request == stamp,
            $"{errand} was acknowledged at {outcome.Seq}, but is not there");
        acknowledged[stamp.Key] = (outcome.Seq, outcome);
    }

    /// <summary>A hall that does not know yet what another has acknowledged may say no, and says as of when.</summary>
    private void Again(Errand errand, Ack ack, (long Seq, Outcome Outcome) before, DateTimeOffset now)
    {
        Repeats++;
        var forgotten = now - durable[(int)before.Seq - 1].At > Remembered;
        if (ack.Seq < before.Seq || forgotten)
            return;
        if (errand.IsForged)
            Promise(ack.Refusal == Refusal.RequestIdReused, $"{errand} was taken for another's repetition: {ack}");
        else
            Promise(ack.Outcome == before.Outcome, $"{errand} was answered {ack.Outcome}, before {before.Outcome}");
    }

    private void Count(string what) => Seen[what] = Seen.GetValueOrDefault(what) + 1;

    private void HoldAgainstBook()
    {
        Promise(Truth!.Lines.Count == Book.Waiting, $"{Truth.Lines.Count} wait, by the book {Book.Waiting}");
        var inHand = 0;
        foreach (var window in Truth.Windows)
        {
            if (window.InHand is not { } ticket)
                continue;
            inHand++;
            Promise(Book.Hands.TryGetValue(window.Id, out var key) && key == ticket.Key,
                $"window {window.Id} has {ticket.Key} in hand, by the book {key}");
        }

        Promise(inHand == Book.Hands.Count, $"{inHand} windows have a ticket, by the book {Book.Hands.Count}");
    }

    private static void Promise(bool kept, string otherwise)
    {
        if (!kept)
            throw new BrokenPromiseException(otherwise);
    }
}
