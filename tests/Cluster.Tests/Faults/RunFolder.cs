using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Cluster.Tests.Faults.Nodes;

namespace Yihao.Cluster.Tests.Faults;

/// <summary>Where a run writes: gone when it went well, kept under artifacts/test-logs when it did not.</summary>
internal sealed class RunFolder : IDisposable
{
    /// <summary>A database that does not give its ledgers by then does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StreamWriter lines;
    private readonly string kept;

    public RunFolder(int seed)
    {
        kept = System.IO.Path.GetFullPath(System.IO.Path.Combine(
            AppContext.BaseDirectory, $"../../../test-logs/cluster-faults/{DateTime.UtcNow:MMdd-HHmmss}-seed-{seed}"));
        lines = new StreamWriter(System.IO.Path.Combine(Path, "run.log")) { AutoFlush = true };
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("yihao-faults-").FullName;

    private string Ledgers => System.IO.Path.Combine(Path, "ledgers.jsonl");

    public void Say(string line)
    {
        var stamped = $"{DateTime.UtcNow:HH:mm:ss} {line}";
        Console.WriteLine(stamped);
        lock (lines)
            lines.WriteLine(stamped);
    }

    /// <summary>Reads every ledger, and writes it beside the logs.</summary>
    public async Task<IReadOnlyList<HallLedger>> Write(Database database)
    {
        var ledgers = await database.Ledgers();
        await HallLedger.WriteAsync(ledgers, Ledgers);
        return ledgers;
    }

    /// <summary>Copies everything to where it stays, and says where that is, and why.</summary>
    public async Task Keep(FaultRun run, Exception? failed = null)
    {
        if (failed is not null)
            Say(failed.ToString());
        if (!File.Exists(Ledgers))
            await TryWrite(run.Database);
        Say($"kept in {kept}");
        Directory.CreateDirectory(kept);
        await run.History.WriteAsync(System.IO.Path.Combine(kept, "history.jsonl"));
        foreach (var file in Directory.GetFiles(Path))
        {
            await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await using var to = File.Create(System.IO.Path.Combine(kept, System.IO.Path.GetFileName(file)));
            await from.CopyToAsync(to);
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    /// <summary>A run that failed before it was judged has them only in its database, if that still answers.</summary>
    private async Task TryWrite(Database database)
    {
        try
        {
            await Write(database).WaitAsync(Patience);
        }
        catch (Exception failed)
        {
            // What stopped the run is what its reader is after.
            Say($"the ledgers cannot be kept: {failed.Message}");
        }
    }
}
