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

    private Node(Database database, string name, Process process) =>
        (this.database, this.name, this.process) = (database, name, process);

    /// <param name="name">Of its database, which is made anew.</param>
    public static async Task<Node> Start(Database database, string name, int halls, int windows)
    {
        await database.Create(name);
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["node", database.ConnectionString(name), $"{halls}", $"{windows}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var node = new Node(database, name, Process.Start(start)!);
        await node.Next();
        return node;
    }

    public async Task<Run> Live(int callers, int seconds)
    {
        var before = ProcessorTime.OfFamily(database.Process);
        var run = JsonSerializer.Deserialize<LivesRun>(await Ask($"lives {callers} {seconds}"))!;
        var postgres = ProcessorTime.OfFamily(database.Process) - before;
        lives += run.Lives;
        return new(
            run.Lives / run.Seconds, run.ProcessorMilliseconds * 1000 / run.Lives, postgres * 1000d / run.Lives);
    }

    /// <summary>So many more wait in the first hall.</summary>
    public Task Fill(int tickets) => Ask($"fill {tickets}");

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
