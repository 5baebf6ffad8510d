using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Yihao.Bench.Shared;
using Yihao.Tests.Shared;

namespace Yihao.Compare.Servers;

/// <summary>
/// The baseline: the statements of bench/Baseline/sql, driven by pgbench with prepared statements and two threads. No
/// application at all stands between.
/// </summary>
/// <param name="name">Of its database, so that several stand side by side.</param>
/// <param name="backlog">How many wait in each hall before the first turn.</param>
/// <param name="fresh">A new table in each turn: in a single hall all the entries of tickets that were called lie in
/// front of the next one in the index, until they are vacuumed away.</param>
internal sealed partial class Pgbench(
    Database database, string name, int halls, int backlog, bool fresh = false) : ISide
{
    /// <summary>A table of some age: a plan that is made while it has one page is not kept for ever.</summary>
    private const int Finished = 50_000;

    private const int Threads = 2;

    private long _finished;

    /// <summary>A new table with so many waiting in each hall.</summary>
    public async Task Fill()
    {
        await database.Create(name);
        await database.Run(name, await File.ReadAllTextAsync(Sql("schema.sql")));
        await database.Run(name, $"""
            insert into ticket (hall, at_window, called_at, finished_at)
            select 1 + i % {halls}, 1, now(), now() from generate_series(1, {Finished}) i
            """);
        await database.Run(name, $"""
            insert into ticket (hall, taken_at)
            select 1 + i % {halls}, now() + i * interval '1 us' from generate_series(1, {halls * backlog}) i
            """);
        await database.Run(name, "vacuum analyze ticket");
        _finished = Finished;
    }

    public async Task<Run> Live(int callers, int seconds)
    {
        if (fresh)
        {
            await Fill();
            await Task.Delay(Database.Rest);
        }

        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, await Script());
            var postgres = ProcessorTime.OfFamily(database.Process);
            var client = ProcessorTime.OfEndedChildren();
            var output = await Execute(
                $"-h 127.0.0.1 -p {database.Port} -U postgres -n -M prepared -c {callers} -j {Threads} -T {seconds} "
                + $"-D halls={halls} -f {script} {name}");
            client = ProcessorTime.OfEndedChildren() - client;
            postgres = ProcessorTime.OfFamily(database.Process) - postgres;
            var lives = long.Parse(Done().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
            if (lives == 0)
                throw new InvalidOperationException($"pgbench did nothing: {output}");
            await Check(lives);
            var rate = double.Parse(Tps().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
            return new(rate, client * 1000d / lives, 0, postgres * 1000d / lives);
        }
        finally
        {
            File.Delete(script);
        }
    }

    /// <summary>Whoever was called twice was finished once, so that fewer are finished than lives were lived.</summary>
    private async Task Check(long lives)
    {
        var finished = (long)(await database.Ask(
            name, "select count(*) from ticket where called_at is not null and finished_at is not null"))!;
        if (finished - _finished != lives)
        {
            throw new InvalidOperationException(
                $"the baseline lived {lives} lives and finished {finished - _finished} tickets");
        }

        _finished = finished;
    }

    private static async Task<string> Script()
    {
        var settings = await File.ReadAllTextAsync(Path.Combine(Root(), "bench/Compare/pgbench/life.sql"));
        var (take, call) = (await Statement("take.sql"), await Statement("call.sql"));
        return $"{settings}{take};\n{call} \\gset\n{await Statement("finish.sql")};\n";
    }

    private static async Task<string> Execute(string arguments)
    {
        using var pgbench = Process.Start(new ProcessStartInfo(ThrowawayPostgres.Binaries + "/pgbench", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = pgbench.StandardError.ReadToEndAsync();
        var output = await pgbench.StandardOutput.ReadToEndAsync();
        await pgbench.WaitForExitAsync();
        if (pgbench.ExitCode != 0)
            throw new InvalidOperationException($"pgbench ended with {pgbench.ExitCode}: {await errors}");
        return output;
    }

    /// <summary>On one line: what ends in a command of pgbench must be.</summary>
    private static async Task<string> Statement(string file) =>
        (await File.ReadAllTextAsync(Sql(file))).Trim().TrimEnd(';').ReplaceLineEndings(" ");

    private static string Sql(string file) => Path.Combine(Root(), "bench/Baseline/sql", file);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Yihao.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("run it from within the repository");
        return folder.FullName;
    }

    [GeneratedRegex(@"number of transactions actually processed: (\d+)")]
    private static partial Regex Done();

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Tps();
}
