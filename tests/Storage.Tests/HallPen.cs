using System.Text;
using Yihao.Grains.Ports;

namespace Yihao.Storage.Tests;

/// <summary>Writes commands for one hall the way a grain does: the next seqs, the hash of the one before.</summary>
internal sealed class HallPen(ILedgerSession session)
{
    private static readonly DateTimeOffset _opening = new(2026, 11, 23, 8, 30, 0, TimeSpan.FromHours(8));
    private long _seq = session.OpenedAtSeq;
    private byte[] _hash = session.OpenedAtHash;

    public ILedgerSession Session => session;

    public long Seq => _seq;

    public Task Append(int entries = 1, string kind = "taken") => session.Append(Next(entries, kind));

    public IReadOnlyList<LedgerEntry> Next(int entries = 1, string kind = "taken")
    {
        var command = new LedgerEntry[entries];
        for (var i = 0; i < entries; i++)
        {
            _seq++;
            var entry = new LedgerEntry(
                _seq,
                _opening.AddTicks((_seq * 10_000_007) + 3),
                kind,
                $"{session.Hall}-20261123-A{_seq:000}",
                _seq % 3 == 0 ? null : $"{_seq % 36}",
                _seq % 2 == 0 ? null : "王芳",
                Encoding.UTF8.GetBytes($$"""{"v":1,"command":{{_seq}},"text":"请到窗口 🙂"}"""),
                []);
            command[i] = entry with { Hash = LedgerChain.HashOf(_hash, session.Hall, entry) };
            _hash = command[i].Hash;
        }

        return command;
    }
}
