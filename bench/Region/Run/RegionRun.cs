using System.Diagnostics;
using Yihao.Load.Lives;
using Yihao.Load.Servers;
using Yihao.Region.Halls;

namespace Yihao.Region.Run;

/// <summary>
/// All halls of a region on one machine: correct, not fast. Opens them, serves citizens, lets them rest, kills the
/// node, starts it again, and walks every ledger.
/// </summary>
internal sealed class RegionRun(Options options, RegionServers servers)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WakeLimit = TimeSpan.FromMinutes(10);

    private readonly IReadOnlyList<Division> halls =
        Division.All(options.Counties, options.Townships, options.Villages);

    private readonly Findings findings = new();
    private readonly LifeLog log = new();

    private long Lives => (long)halls.Count * options.Lives;

    public static async Task<int> Run(Options options)
    {
        await using var servers = new RegionServers();
        return await new RegionRun(options, servers).Play();
    }

    private async Task<int> Play()
    {
        Console.WriteLine($"{halls.Count} halls of {options.Counties} counties on {options.Databases} databases");
        var begun = Stopwatch.GetTimestamp();
        await servers.Start(options.Databases, halls);
        Took("servers and node started", begun);
        var (heap, _) = await servers.Memory();
        var bare = await Rest("without halls");
        await Serve();
        var (heapOpen, workingSet) = await servers.Memory();
        findings.Add("memory of the node, objects", heapOpen / 1e6, "MB");
        findings.Add("memory of the node, as the machine counts", workingSet / 1e6, "MB");
        findings.Add("memory for each hall", (heapOpen - heap) / 1e3 / halls.Count, "KB");
        var full = await Rest("with all halls");
        findings.Add("at rest: node for a hall", (full - bare) * 1e6 / halls.Count, "us/s");
        await KillAndWake();
        var faults = await Check();
        findings.Add("faults", faults.Count, "");
        findings.Write(options.Csv);
        foreach (var fault in faults.Take(20))
            Console.WriteLine("FAULT " + fault);
        Console.WriteLine(faults.Count == 0 ? "Correct." : "WRONG.");
        return faults.Count == 0 ? 0 : 1;
    }

    private async Task Serve()
    {
        using var citizens = new Citizens(servers.Address, options.Lives, log);
        var walBefore = await Sum(LedgerCheck.Wal);
        var before = await ReadTimes();
        var begun = Stopwatch.GetTimestamp();
        var crowd = new ParallelOptions { MaxDegreeOfParallelism = options.Callers };
        var serving = Parallel.ForEachAsync(halls, crowd, async (hall, _) => await citizens.Serve(hall));
        await Watch(serving, () => $"served {citizens.Served} of {halls.Count} halls");
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var used = await Since(before);
        findings.Add("every hall opened and served", seconds, "s");
        findings.Add("ticket lives", Lives, "");
        findings.Add("ticket lives, with opening the halls", Lives / seconds, "1/s");
        findings.Add("calls that were repeated", citizens.Repeats, "");
        findings.Add("processor time of the node", used.Node / (double)Lives, "ms/life");
        findings.Add("processor time of PostgreSQL", used.Postgres / (double)Lives, "ms/life");
        findings.Add("write-ahead log", (await Sum(LedgerCheck.Wal) - walBefore) / 1e3 / Lives, "KB/life");
    }

    /// <summary>Cores that the node takes while nobody asks anything.</summary>
    private async Task<double> Rest(string what)
    {
        var seconds = options.IdleSeconds;
        var before = await ReadTimes();
        await Watch(Task.Delay(TimeSpan.FromSeconds(seconds)), () => $"at rest, {what}");
        var (node, postgres) = await Since(before);
        findings.Add($"at rest, {what}: node", node / 1e3 / seconds, "cores");
        findings.Add($"at rest, {what}: PostgreSQL", postgres / 1e3 / seconds, "cores");
        return node / 1e3 / seconds;
    }

    private async Task KillAndWake()
    {
        var begun = Stopwatch.GetTimestamp();
        await servers.KillNode();
        await servers.StartNode();
        Took("after kill -9, ready", begun);
        var up = 0;
        var waking = Task.Run(async () =>
        {
            while ((up = await servers.HallsUp()) < halls.Count && Stopwatch.GetElapsedTime(begun) < WakeLimit)
                await Task.Delay(250);
        });
        await Watch(waking, () => $"{up} of {halls.Count} halls are up again");
        Took("after kill -9, every hall up", begun);
        if (up < halls.Count)
            throw new InvalidOperationException($"only {up} of {halls.Count} halls came up again");
    }

    private async Task<List<string>> Check()
    {
        await servers.KillNode();
        var begun = Stopwatch.GetTimestamp();
        var walked = 0;
        var verifying = LedgerCheck.Verify(servers.Storage, halls => walked = halls);
        await Watch(verifying, () => $"verified {walked} of {halls.Count} halls");
        var (found, entries, faults) = await verifying;
        Took("verified", begun);
        findings.Add("entries", entries, "");
        var shares = await Task.WhenAll(servers.Databases.Select(LedgerCheck.ShareOf));
        for (var place = 0; place < shares.Length; place++)
            findings.Add($"halls in database {place}", shares[place].Halls, "");
        findings.Add("ledger on disk", shares.Sum(s => s.Bytes) / (double)entries, "bytes/entry");
        if (found != halls.Count || shares.Sum(s => s.Halls) != halls.Count)
            faults.Add($"{found} halls have a ledger, {shares.Sum(s => s.Halls)} heads: it should be {halls.Count}");
        log.CheckEnd(0, 0);
        return [.. faults, .. log.Faults, .. await LedgerCheck.Count(servers.Databases, Lives)];
    }

    private async Task<(long Node, long Postgres)> ReadTimes()
    {
        var (node, postgres) = (0L, 0L);
        foreach (var database in servers.Databases)
        {
            var used = (await Processes.Find(servers.Address, database)).Read();
            (node, postgres) = (used.Server ?? 0, postgres + (used.Postgres ?? 0));
        }

        return (node, postgres);
    }

    private async Task<(long Node, long Postgres)> Since((long Node, long Postgres) before)
    {
        var now = await ReadTimes();
        return (now.Node - before.Node, now.Postgres - before.Postgres);
    }

    private async Task<long> Sum(Func<string, Task<long>> ask) =>
        (await Task.WhenAll(servers.Databases.Select(ask))).Sum();

    private void Took(string what, long begun) =>
        findings.Add(what, Stopwatch.GetElapsedTime(begun).TotalSeconds, "s");

    private static async Task Watch(Task task, Func<string> line)
    {
        while (await Task.WhenAny(task, Task.Delay(BetweenLines)) != task)
            Console.WriteLine($"    {DateTime.Now:HH:mm:ss} {line()}");
        await task;
    }
}
