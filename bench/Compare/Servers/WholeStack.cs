using System.Diagnostics;
using System.Text.Json;
using Yihao.Bench.Shared;
using Yihao.Load.Servers;
using Yihao.Tests.Shared;

namespace Yihao.Compare.Servers;

/// <summary>
/// A server with its doors as a process of its own, and for each turn the load program as another. It lives on while
/// the other side has its turn.
/// </summary>
internal sealed class WholeStack : ISide, IAsyncDisposable
{
    /// <summary>Connections of the baseline, as many as it was fastest with.</summary>
    private const int BaselinePool = 32;

    /// <summary>The same where many requests share them: 8 and 16 were slower.</summary>
    private const int MultiplexedPool = 24;

    /// <summary>The load program is new in each turn and has to be compiled.</summary>
    private const int ClientWarmSeconds = 4;

    private readonly Database database;
    private readonly string target;
    private readonly int halls;
    private readonly string folder = Directory.CreateTempSubdirectory("yihao-whole-").FullName;
    private readonly StartedNode node;

    private WholeStack(
        Database database, string target, string name, int halls, Func<string, string, StartedNode> make)
    {
        (this.database, this.target, this.halls) = (database, target, halls);
        DatabaseName = "whole_" + name;
        node = make(folder, database.ConnectionString(DatabaseName));
    }

    private string DatabaseName { get; }

    private string ResultFile => Path.Combine(folder, "run.json");

    /// <param name="writers">The setting Storage:Writers.</param>
    public static Task<WholeStack> StartYihao(Database database, int halls, int windows, int writers = 1) => Start(new(
        database,
        "yihao",
        "yihao",
        halls,
        (folder, connection) =>
            StartedNode.Yihao(folder, connection, MeasuredNetwork.Text(halls, windows), "whole", writers)));

    public static Task<WholeStack> StartBaseline(Database database, int halls) => Start(new(
        database,
        "baseline",
        "pooled",
        halls,
        (folder, connection) => StartedNode.Baseline(folder, connection, BaselinePool)));

    /// <summary>The baseline with Npgsql's experiment of many requests on one connection.</summary>
    public static Task<WholeStack> StartMultiplexed(Database database, int halls) => Start(new(
        database,
        "baseline",
        "multiplexed",
        halls,
        (folder, connection) => StartedNode.Baseline(folder, connection, MultiplexedPool, multiplexing: true)));

    public Task<Run> Live(int callers, int seconds) => Live(callers, seconds, screens: 0);

    /// <summary>The same server while so many screens follow its halls, in the clients' process.</summary>
    public ISide Followed(int screens) => new FollowedStack(this, screens);

    private async Task<Run> Live(int callers, int seconds, int screens)
    {
        string[] following = screens > 0 ? ["--screens", $"{screens}"] : [];
        using var load = Process.Start(new ProcessStartInfo(
            ProgramProcess.Program("Yihao.Load", "load"),
            [
                "lives", "--target", target, "--address", node.Address.AbsoluteUri, "--callers", $"{callers}",
                "--halls", $"{halls}", "--seconds", $"{seconds}", "--warm-up", $"{ClientWarmSeconds}",
                "--database", database.ConnectionString(DatabaseName), "--json", ResultFile, .. following,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = load.StandardError.ReadToEndAsync();
        var said = await load.StandardOutput.ReadToEndAsync();
        await load.WaitForExitAsync();
        if (load.ExitCode != 0)
            throw new InvalidOperationException($"{target}: {await error}{said}");
        using var file = JsonDocument.Parse(await File.ReadAllBytesAsync(ResultFile));
        var used = file.RootElement.GetProperty("processorMillisecondsPerLife");
        return new(
            file.RootElement.GetProperty("livesPerSecond").GetDouble(),
            1000 * used.GetProperty("client").GetDouble(),
            1000 * used.GetProperty("server").GetDouble(),
            1000 * used.GetProperty("postgres").GetDouble());
    }

    public async ValueTask DisposeAsync()
    {
        await node.Process.Kill();
        await database.Run("postgres", $"drop database {DatabaseName} with (force)");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<WholeStack> Start(WholeStack stack)
    {
        await stack.database.Create(stack.DatabaseName);
        await stack.node.Start();
        return stack;
    }

    private sealed class FollowedStack(WholeStack stack, int screens) : ISide
    {
        public Task<Run> Live(int callers, int seconds) => stack.Live(callers, seconds, screens);
    }
}
