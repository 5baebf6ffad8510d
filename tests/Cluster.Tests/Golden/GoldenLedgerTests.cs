using System.Text;
using System.Text.Json;
using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Rules;
using Yihao.Storage;
using Yihao.Cluster.Tests.Halls;
using Microsoft.Extensions.DependencyInjection;

namespace Yihao.Cluster.Tests.Golden;

/// <summary>
/// A ledger of each released version, byte for byte. It must load for ever: halls keep their ledgers for years. To add
/// the one of a new version run with <c>YIHAO_WRITE_GOLDEN=version</c>; never change one that was released.
/// </summary>
public sealed class GoldenLedgerTests
{
    private const string Hall = "450521100";

    public static TheoryData<string> Versions =>
        [.. Directory.GetFiles(Folder, "*.jsonl").Select(Path.GetFileName).OfType<string>()];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_ledger_of_a_released_version_is_whole_and_still_makes_the_same_hall(string version)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, version));
        var entries = lines.SkipLast(1).Select(l => JsonSerializer.Deserialize<LedgerEntry>(l)!).ToList();
        var before = LedgerChain.Root;
        Hall? hall = null;
        foreach (var entry in entries)
        {
            Assert.Equal(LedgerChain.HashOf(before, Hall, entry), entry.Hash);
            before = entry.Hash;
            var recorded = EventCodec.Decode(entry);
            if (hall is null)
                hall = Rules.Hall.Begin(recorded);
            else
                hall.Apply(recorded);
        }

        Assert.Equal(lines[^1], Told(hall!));
    }

    [Fact]
    public async Task The_script_of_this_version_writes_a_ledger_with_every_kind_of_event()
    {
        var storage = HallCluster.NewSqlite();
        StorageSchema.Migrate(storage);
        await using var services = new ServiceCollection().AddYihaoStorage(storage).BuildServiceProvider();
        var ledger = services.GetRequiredService<ILedger>();
        await GoldenScript.Run(ledger);
        var entries = await ledger.Read(Hall, 0, 1_000, CancellationToken.None);

        Assert.Empty(EventCodec.AllKinds.Except(entries.Select(e => e.Kind)));
        if (Environment.GetEnvironmentVariable("YIHAO_WRITE_GOLDEN") is { } version)
            await Write(version, entries);
    }

    private static Task Write(string version, IReadOnlyList<LedgerEntry> entries)
    {
        var hall = Rules.Hall.Begin(EventCodec.Decode(entries[0]));
        foreach (var entry in entries.Skip(1))
            hall.Apply(EventCodec.Decode(entry));
        var lines = entries.Select(e => JsonSerializer.Serialize(e)).Append(Told(hall));
        return File.WriteAllLinesAsync($"{version}.jsonl", lines);
    }

    /// <summary>What a person would say of the hall: this must stay the same, the image's form may change.</summary>
    private static string Told(Hall hall)
    {
        var told = new StringBuilder($"day {hall.Day:yyyy-MM-dd} seq {hall.Seq} accepted {hall.Accepted.Count}");
        foreach (var window in hall.Windows)
            told.Append($"; window {window.Id} {window.State} {window.InHand?.Key.Shown}");
        foreach (var ticket in hall.Tickets.OrderBy(t => t.Key))
            told.Append($"; {ticket.Key.Shown} {ticket.State} {ticket.Matter} ")
                .Append($"returns {ticket.Returns} holds {ticket.Holds}");
        foreach (var measured in hall.ServiceTimes.ByMatter.OrderBy(m => m.Key, StringComparer.Ordinal))
            told.Append($"; {measured.Key} {measured.Value.Count} services");
        return told.ToString();
    }
}
