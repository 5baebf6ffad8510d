using System.Text.Json.Nodes;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Cluster.Tests.Checking.Recording;
using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Planted;

/// <summary>A copy of the clean run, in which something is changed that the checker must find.</summary>
internal sealed class Plant(RecordedRun recorded)
{
    private readonly List<Note> _notes = [.. recorded.Notes];
    private readonly Dictionary<string, List<LedgerEntry>> _ledgers =
        recorded.Ledgers.ToDictionary(l => l.Hall, l => l.Entries.ToList());

    public IReadOnlyList<Note> Notes => _notes;

    public List<LedgerEntry> Ledger(string hall) => _ledgers[hall];

    /// <summary>Names of the rules that find something.</summary>
    public IReadOnlyList<string> Found() => [.. Violations().Select(v => v.Rule).Distinct()];

    /// <summary>The only rule that finds something finds one thing, and says so.</summary>
    public void IsFoundAlone(string rule, string saying)
    {
        var violation = Assert.Single(Violations());
        Assert.Equal(rule, violation.Rule);
        Assert.Contains(saying, violation.Text, StringComparison.Ordinal);
    }

    /// <summary>Among whatever else follows from it.</summary>
    public void IsFound(string rule, string saying) => Assert.Contains(
        Violations(), v => v.Rule == rule && v.Text.Contains(saying, StringComparison.Ordinal));

    public T Note<T>(Func<T, bool> which)
        where T : Note =>
        _notes.OfType<T>().First(which);

    public T LastNote<T>(Func<T, bool> which)
        where T : Note =>
        _notes.OfType<T>().Last(which);

    public void Replace(Note note, params IEnumerable<Note> by)
    {
        var index = _notes.FindIndex(n => ReferenceEquals(n, note));
        _notes.RemoveAt(index);
        _notes.InsertRange(index, by);
    }

    public void Add(Note note) => _notes.Add(note);

    public void Answer(Attempted attempt, Action<JsonObject> change) =>
        Replace(attempt, attempt with { Answer = Changed(attempt.Answer, change) });

    /// <summary>A ticket of another hall comes, on loan or for good.</summary>
    public static GuestCame Guest(TicketKey ticket, string? loan, string? move) => new(
        ticket, TicketClass.Normal, null, "card", DateTimeOffset.UnixEpoch, TimeSpan.Zero, DateTimeOffset.UnixEpoch,
        loan, move);

    public static string Changed(string json, Action<JsonObject> change)
    {
        var answer = JsonNode.Parse(json)!.AsObject();
        change(answer);
        return answer.ToJsonString();
    }

    /// <summary>The answer names another place of the ledger, with the time of that entry.</summary>
    public void SayAsOf(JsonObject answer, string hall, long seq)
    {
        answer["asOf"]!["seq"] = seq;
        answer["asOf"]!["at"] = JsonValue.Create(Ledger(hall)[(int)seq - 1].At.ToOffset(TimeSpan.FromHours(8)));
    }

    /// <summary>Goes on with the ledger as nobody asked for, a second between two events.</summary>
    public void Append(string hall, params ReadOnlySpan<HallEvent> events)
    {
        foreach (var happened in events)
            AppendAnswered(hall, happened, null);
    }

    public void AppendAnswered(string hall, HallEvent happened, Rules.Request? request)
    {
        var ledger = Ledger(hall);
        var recorded = new Recorded(ledger[^1].At + TimeSpan.FromSeconds(1), happened, request);
        ledger.Add(EventCodec.Encode(hall, ledger.Count + 1, recorded, ledger[^1].Hash));
        if (happened is TicketCalled or TicketRecalled)
            ShowLast(hall);
    }

    /// <summary>Changes what an entry says, and makes the chain whole again, as a faulty silo would have.</summary>
    public void Rewrite<T>(string hall, int index, Func<T, HallEvent> change)
        where T : HallEvent
    {
        var ledger = Ledger(hall);
        for (var i = index; i < ledger.Count; i++)
        {
            var recorded = EventCodec.Decode(ledger[i]);
            if (i == index)
                recorded = recorded with { Event = change((T)recorded.Event) };
            ledger[i] = EventCodec.Encode(hall, i + 1, recorded, i == 0 ? LedgerChain.Root : ledger[i - 1].Hash);
        }
    }

    /// <summary>The first of its kind that really happened.</summary>
    public T Event<T>(string hall, Func<T, bool> which)
        where T : HallEvent =>
        Ledger(hall).Select(e => EventCodec.Decode(e).Event).OfType<T>().First(which);

    /// <summary>Nothing happens in a hall until its time is that of another one.</summary>
    public void CatchUp(string hall, string with)
    {
        while (Ledger(hall)[^1].At <= Ledger(with)[^1].At)
            Append(hall, new NoticeGiven(NoticeKind.WaitUnderCap, null));
    }

    /// <summary>A ticket that stands in a hall's line at the end.</summary>
    public TicketKey Waiting(string hall, string matter = "card") => HallAtEnd(hall).Tickets
        .First(t => t.State == TicketState.Waiting && t.Matter == matter && t.Key.Home is null).Key;

    public TicketKey Done(string hall) => HallAtEnd(hall).Tickets
        .First(t => t.State == TicketState.Done && t.Key.Home is null).Key;

    private IReadOnlyList<Violation> Violations()
    {
        var verdict = Checker.Check(
            new History(_notes),
            [.. _ledgers.Select(l => new HallLedger(l.Key, l.Value))],
            CheckedCounty.Network);
        TestContext.Current.TestOutputHelper?.WriteLine(verdict.Summary());
        return verdict.Violations;
    }

    /// <summary>The hall's screens are not at fault: they take what was added.</summary>
    private void ShowLast(string hall)
    {
        var last = Ledger(hall)[^1];
        foreach (var ended in _notes.OfType<ScreenEnded>().Where(e => e.Hall == hall).ToList())
        {
            var shown = new Shown(ended.Screen, hall, ended.Ledger!, last.Seq, last.Kind, last.Ticket, null, null);
            Replace(ended, shown, ended with { Seq = last.Seq });
        }
    }

    private Hall HallAtEnd(string hall)
    {
        Hall? end = null;
        _ = Replay.Through(new HallLedger(hall, Ledger(hall)), static (_, _) => { }, (at, _) => end = at);
        return end!;
    }
}
