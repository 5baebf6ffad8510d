using System.Diagnostics;
using System.Text.Json;
using Yihao.Bench.Shared;
using Yihao.Compare.Grains;

namespace Yihao.Compare.Servers;

/// <summary>
/// Ours: a <see cref="GrainNode"/> as a process of its own, which lives on while the other side has its turn.
/// </summary>
internal sealed class Node : ISide, IAsyncDisposable
{
    private const string Answer = "> ";

    private readonly Database database;
    private readonly string name;
    private readonly Process process;
    private readonly Queue<string> said = new();
    private long lives;
    private int usedHalls;

    private Node(Database database, string name, Process process) =>
        (this.database, this.name, this.process) = (database, name, process);

    /// <param name="name">Of its database, which is made anew.</param>
    /// <param name="writers">The setting Storage:Writers.</param>
    public static async Task<Node> Start(Database database, string name, int halls, int windows, int writers = 1)
    {
        await database.Create(name);
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["node", database.ConnectionString(name), $"{halls}", $"{windows}", $"{writers}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var node = new Node(database, name, Process.Start(start)!);
        await node.Next();
        return node;
    }

    /// <summary>In all its halls.</summary>
    public Task<Run> Live(int callers, int seconds) => Measure($"lives {callers} {seconds}");

    /// <summary>
    /// In one hall where nobody has been yet, behind so many who wait: a hall that has seen a million tickets today is
    /// none.
    /// </summary>
    public async Task<Run> LiveInFreshHall(int callers, int seconds, int waiting)
    {
        var hall = usedHalls++;
        await Ask($"fill {waiting} {hall}");
        await Task.Delay(Database.Rest);
        return await Measure($"lives {callers} {seconds} {hall}");
    }

    /// <summary>
    /// No ticket was called twice, no ledger has a gap, and every life whose steps were acknowledged is there: from the
    /// ledger itself.
    /// </summary>
    /// <exception cref="InvalidOperationException">Something is wrong.</exception>
    public async Task Check()
    {
        var twice = await database.Ask(name, """
            select count(*) from (
                select hall, ticket from hall_event where kind = 'called' group by hall, ticket having count(*) > 1) t
            """);
        var gaps = await database.Ask(name, """
            select count(*) from hall_head h
            where last_seq <> (select count(*) from hall_event e where e.hall = h.hall)
            """);
        var finished = await database.Ask(name, "select count(*) from hall_event where kind = 'finished'");
        if (twice is not 0L || gaps is not 0L || finished is not long there || there < lives)
        {
            throw new InvalidOperationException(
                $"{twice} tickets called twice, {gaps} ledgers with gaps, {finished} finished of {lives}");
        }
    }

    /// <summary>Ends it, and its database: what is measured next finds the server as this one did.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)))
            process.Kill();
        process.Dispose();
        await database.Run("postgres", $"drop database {name} with (force)");
    }

    private async Task<Run> Measure(string order)
    {
        var before = ProcessorTime.OfFamily(database.Process);
        var run = JsonSerializer.Deserialize<LivesRun>(await Ask(order))!;
        var postgres = ProcessorTime.OfFamily(database.Process) - before;
        lives += run.Lives;
        return new(
            run.Lives / run.Seconds, 0, run.ProcessorMilliseconds * 1000 / run.Lives, postgres * 1000d / run.Lives);
    }

    private async Task<string> Ask(string order)
    {
        await process.StandardInput.WriteLineAsync(order);
        return await Next();
    }

    private async Task<string> Next()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Answer, StringComparison.Ordinal))
                return line[Answer.Length..];
            said.Enqueue(line);
            if (said.Count > 40)
                said.Dequeue();
        }

        throw new InvalidOperationException("the node has ended: " + string.Join(Environment.NewLine, said));
    }
}
