using Yihao.Cluster.Tests.Checking;
using Yihao.Cluster.Tests.Faults.Figures;
using Yihao.Cluster.Tests.Faults.Load;
using Yihao.Cluster.Tests.Faults.Nodes;
using Yihao.Cluster.Tests.Faults.Places;
using Yihao.Cluster.Tests.Faults.Screens;
using Yihao.Cluster.Tests.Faults.Trouble;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Faults;

/// <summary>One cluster with load and screens on it, from its start to the end of its last fault.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan HallsKnown = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(10);

    private readonly RunFolder folder;
    private readonly IReadOnlyList<ThrowawayPostgres> postgres;
    private readonly HttpClient http;
    private readonly ReadyNodes? ready;
    private readonly Shift shift;
    private readonly List<WatchingScreen> screens = [];
    private readonly CancellationTokenSource over = new();
    private Task telling = Task.CompletedTask;

    private FaultRun(RunOptions options, RunFolder folder, IReadOnlyList<ThrowawayPostgres> postgres, string network)
    {
        (Options, this.folder, this.postgres) = (options, folder, postgres);
        Database = new Database(postgres);
        string[] program = [.. Database.Options, "--Network:File", network];
        Cluster = new NodeCluster(options.Nodes, folder.Path, program, Database, folder.Say);
        http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) });
        ready = options.LeavesUnready ? new ReadyNodes(Cluster.Nodes) : null;
        shift = new Shift(Cluster, http, History, Clock, Tally, ready);
        Team = new LoadTeam(shift, options.Seed);
        Epochs = new EpochPoll(Database, History, Clock);
    }

    public RunOptions Options { get; }

    public RunClock Clock { get; } = new();

    public History History { get; } = new();

    public Tally Tally { get; } = new();

    public SilenceTable Silences { get; } = new();

    public MoveTable Moves { get; } = new();

    public Database Database { get; }

    public NodeCluster Cluster { get; }

    public LoadTeam Team { get; }

    public EpochPoll Epochs { get; }

    public IReadOnlyList<WatchingScreen> Screens => screens;

    /// <summary>So many were suffered.</summary>
    public int Faults { get; private set; }

    /// <summary>Of all screens and pages.</summary>
    private IReadOnlyList<RovingConnection> Links => [.. screens.Select(s => s.Link), .. Team.Pages];

    public static async Task<FaultRun> Begin(RunOptions options, RunFolder folder)
    {
        var network = Path.Combine(folder.Path, "network.json");
        await Region.Write(network);
        var servers = await Task.WhenAll(
            Enumerable.Range(0, options.Databases).Select(_ => ThrowawayPostgres.Start()));
        var run = new FaultRun(options, folder, servers, network);
        try
        {
            await run.Open();
            return run;
        }
        catch (Exception failed)
        {
            await folder.Keep(run, failed);
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>Every fault after the cluster is calm, until there is no more or the time is over.</summary>
    /// <param name="atTheBusiest">Each is moved to the node that holds most halls.</param>
    public async Task Suffer(IEnumerable<Fault> faults, bool atTheBusiest)
    {
        var begun = Clock.Now;
        var random = new Random(Options.Seed);
        foreach (var fault in faults)
        {
            await Cluster.Calm(Start);
            if (!Options.IsShort && Clock.Now - begun > Options.Time)
                return;
            await Task.Delay(TimeSpan.FromSeconds(1 + (2 * random.NextDouble())));
            await Suffer(atTheBusiest ? await AtTheBusiest(fault) : fault);
        }

        await Cluster.Calm(Start);
    }

    /// <summary>Nobody comes any more, the lines are served, and every screen has all that there is.</summary>
    public async Task CalmDown()
    {
        await Team.Clear();
        await Until("nobody waits any more", async () => await Waiting() == 0);
        await Team.End();
        await Until("every screen has every call", async () => (await Behind()).Count == 0);
        foreach (var screen in screens)
            History.Add(await screen.End());
        await over.CancelAsync();
        await telling;
        await Epochs.End();
        folder.Say($"calm after {Clock.Now.TotalSeconds:0} s: {Progress()}; {Tally.Refusals()}");
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await telling;
        await Team.DisposeAsync();
        if (ready is not null)
            await ready.DisposeAsync();
        await Task.WhenAll(screens.Select(s => s.DisposeAsync().AsTask()));
        await Epochs.DisposeAsync();
        await Cluster.DisposeAsync();
        await Database.DisposeAsync();
        await Task.WhenAll(postgres.Select(server => server.DisposeAsync().AsTask()));
        http.Dispose();
        over.Dispose();
    }

    private async Task Open()
    {
        await Cluster.Calm(Start);
        foreach (var place in Region.Places)
        {
            for (var n = 0; n < Cluster.Nodes.Count; n++)
            {
                var name = $"{place.Hall}-screen-{n + 1}";
                screens.Add(new WatchingScreen(name, place.Hall, Cluster.Nodes, n, History, Clock));
            }
        }

        await Until("every screen has its picture", () => Task.FromResult(screens.All(s => s.Ledger is not null)));
        Team.Start();
        telling = Tell();
        folder.Say($"{Cluster.Nodes.Count} nodes, {Region.Places.Count} halls, {Team.Workers} workers, "
            + $"{Team.Pages.Count} of them with a page, {screens.Count} screens; "
            + $"ready after {Clock.Now.TotalSeconds:0} s");
    }

    private async Task Suffer(Fault fault)
    {
        Faults++;
        var owned = await Owned(fault);
        var restarts = RestartsAt(fault);
        await using var probes = new HallProbes(shift);
        SpreadPages(fault);
        await Task.Delay(TimeSpan.FromSeconds(1));
        folder.Say($"now: {fault}");
        var from = Clock.Now;
        var moves = new MoveWatch(fault, Cluster.Nodes, Links, from);
        await new Troubling(Cluster, Database).Do(fault);
        await Cluster.Calm(Start);
        if (fault.At is not null)
            Assert.True(RestartsAt(fault) > restarts, $"the node was not started again: {fault}");
        foreach (var node in Cluster.Nodes)
            node.InTrouble = false;
        var calm = Clock.Now;
        await Until("every hall answers", () => Task.FromResult(probes.AllAnswered(calm)));
        await Until("every screen and page has a node", () => Task.FromResult(moves.IsOver));
        Silences.Add(fault, probes.Silences(from), owned);
        Moves.Add(fault, moves.Moves());
        folder.Say($"over: {fault.Kind} after {(calm - from).TotalSeconds:0.0} s, {owned.Count} halls concerned; "
            + $"{Worst(probes.Silences(from), moves.Moves())}; probes: {probes.Outcomes}");
    }

    private static string Worst(
        IReadOnlyDictionary<string, Silence> silences, IReadOnlyDictionary<string, TimeSpan> moves)
    {
        var (hall, silence) = silences.MaxBy(s => s.Value.Length);
        var longest = $"longest without an answer {silence.Length.TotalSeconds:0.00} s, "
            + $"{silence.After.TotalSeconds:0.00} s after it ({hall})";
        if (moves.Count == 0)
            return longest;
        var (page, move) = moves.MaxBy(m => m.Value);
        return $"{longest}; {moves.Count} screens and pages moved, the last after {move.TotalSeconds:0.00} s ({page})";
    }

    /// <summary>
    /// A node that has just been started holds few halls, and a fault on it would say nothing: the one that holds most
    /// has it.
    /// </summary>
    private async Task<Fault> AtTheBusiest(Fault fault)
    {
        if (fault.At is null)
            return fault;
        var held = await Task.WhenAll(Cluster.Nodes.Select(async node => (await node.Halls()).Count));
        return fault.Moved(Array.IndexOf(held, held.Max()));
    }

    /// <summary>
    /// A node that has just been started holds few pages, too: when it has less than half of its share, all of them are
    /// loaded anew at any node.
    /// </summary>
    private void SpreadPages(Fault fault)
    {
        var struck = Cluster.Nodes.Where((_, place) => fault.Strikes(place)).ToHashSet();
        var there = Links.Count(page => page.At is { } node && struck.Contains(node));
        if (there * Cluster.Nodes.Count * 2 >= Links.Count * struck.Count)
            return;
        foreach (var page in Links)
            page.Reload();
    }

    /// <summary>The halls on the node that the fault is about, or all.</summary>
    private async Task<IReadOnlySet<string>> Owned(Fault fault)
    {
        if (fault.At is not { } at)
            return Region.Places.Select(p => p.Hall).ToHashSet();
        var (since, halls) = (Clock.Now, await Cluster.Nodes[at].Halls());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (; halls.Count == 0 && Clock.Now - since < HallsKnown; halls = await Cluster.Nodes[at].Halls())
            await timer.WaitForNextTickAsync();
        Assert.True(halls.Count > 0, $"no hall lives on the node, the fault would prove nothing: {fault}");
        return halls.ToHashSet();
    }

    private int RestartsAt(Fault fault) => fault.At is { } at ? Cluster.Nodes[at].Restarts : 0;

    private async Task<int> Waiting()
    {
        var waiting = 0;
        foreach (var place in Region.Places)
        {
            using var answer = await http.GetAsync(new Uri(Cluster.Nodes[0].Address, $"/api/halls/{place.Hall}"));
            var hall = System.Text.Json.JsonElement.Parse(await answer.Content.ReadAsStringAsync());
            waiting += hall.GetProperty("waiting").GetInt32();
        }

        return waiting;
    }

    private async Task<IReadOnlyList<string>> Behind()
    {
        var last = await Database.LastCalls();
        return
        [
            .. screens.Where(s => s.Seq < last.GetValueOrDefault(s.Hall))
                .Select(s => $"{s.Name} at {s.Seq} of {last[s.Hall]}"),
        ];
    }

    private async Task Tell()
    {
        using var timer = new PeriodicTimer(ProgressEvery);
        while (!over.IsCancellationRequested)
        {
            await Task.WhenAny(timer.WaitForNextTickAsync(over.Token).AsTask());
            if (!over.IsCancellationRequested)
                folder.Say(Progress());
        }
    }

    private string Progress() =>
        $"{Tally.Line()}; {Cluster.Restarts} restarts, screens joined {screens.Sum(s => s.Link.Joined)} times "
        + $"with {screens.Sum(s => s.Gaps)} gaps, pages {Team.Pages.Sum(p => p.Joined)} times";

    private async Task Until(string what, Func<Task<bool>> holds)
    {
        var since = Clock.Now;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!await holds())
        {
            if (Clock.Now - since > Settle)
                throw new TimeoutException($"not within {Settle.TotalSeconds} s: {what}; {await Waiting()} wait, "
                    + $"behind: {string.Join(", ", await Behind())}");
            await timer.WaitForNextTickAsync();
        }
    }
}
