using Yihao.Cluster.Tests.Checking;

namespace Yihao.Cluster.Tests.Faults;

/// <summary>Where a run writes: gone when it went well, kept under artifacts/test-logs when it did not.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly StreamWriter lines;
    private readonly string kept;

    public RunFolder(int seed)
    {
        kept = System.IO.Path.GetFullPath(System.IO.Path.Combine(
            AppContext.BaseDirectory, $"../../../test-logs/cluster-faults/{DateTime.UtcNow:MMdd-HHmmss}-seed-{seed}"));
        lines = new StreamWriter(System.IO.Path.Combine(Path, "run.log")) { AutoFlush = true };
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("yihao-faults-").FullName;

    public void Say(string line)
    {
        var stamped = $"{DateTime.UtcNow:HH:mm:ss} {line}";
        Console.WriteLine(stamped);
        lock (lines)
            lines.WriteLine(stamped);
    }

    /// <summary>Copies everything to where it stays, and says where that is, and why.</summary>
    public async Task Keep(History history, Exception? failed = null)
    {
        if (failed is not null)
            Say(failed.ToString());
        Say($"kept in {kept}");
        Directory.CreateDirectory(kept);
        await history.WriteAsync(System.IO.Path.Combine(kept, "history.jsonl"));
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
}
