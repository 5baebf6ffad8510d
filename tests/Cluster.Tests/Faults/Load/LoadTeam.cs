using Yihao.Cluster.Tests.Faults.Nodes;
using Yihao.Cluster.Tests.Faults.Places;

namespace Yihao.Cluster.Tests.Faults.Load;

/// <summary>All citizens and clerks of a run.</summary>
internal sealed class LoadTeam : IAsyncDisposable
{
    private const int Citizens = 30;

    /// <summary>One in so many clerks with a deputy has a page; the others work over HTTP alone.</summary>
    private const int PageEvery = 2;

    private readonly List<ClerkPage> pages = [];
    private readonly CancellationTokenSource citizensGo = new();
    private readonly CancellationTokenSource clerksGo = new();
    private readonly CancellationTokenSource nobodyLeaves = new();
    private readonly Random random;
    private Task citizens = Task.CompletedTask;
    private Task working = Task.CompletedTask;
    private Task absences = Task.CompletedTask;

    public LoadTeam(Shift shift, int seed)
    {
        random = new Random(seed);
        Clerks =
        [
            .. from place in Region.Places
               from post in place.Posts
               where post.Manned
               select new Clerk(new Worker(post.A, shift, random.Next()), place, post),
        ];
        Visitors = [.. Enumerable.Range(1, Citizens)
            .Select(n => new Citizen(new Worker($"citizen-{n}", shift, random.Next())))];
        foreach (var clerk in Clerks.Where(c => c.Post.B is not null).Where((_, i) => i % PageEvery == 0))
            pages.Add(new ClerkPage(clerk, shift.Cluster.Nodes, pages.Count));
    }

    public IReadOnlyList<Clerk> Clerks { get; }

    public IReadOnlyList<Citizen> Visitors { get; }

    public int Workers => Clerks.Count + Visitors.Count;

    /// <summary>Of the clerks that have a page.</summary>
    public IReadOnlyList<RovingConnection> Pages => [.. pages.Select(p => p.Link)];

    public void Start()
    {
        foreach (var page in pages)
            page.Start();
        citizens = Task.WhenAll(Visitors.Select(v => v.Live(citizensGo.Token)));
        working = Task.WhenAll(Clerks.Select(c => c.Work(clerksGo.Token)));
        absences = GoAway();
    }

    /// <summary>Nobody comes any more; the clerks are at their windows and serve who is there.</summary>
    public async Task Clear()
    {
        foreach (var clerk in Clerks)
            clerk.IsClearing = true;
        await nobodyLeaves.CancelAsync();
        await citizensGo.CancelAsync();
        await Task.WhenAll(citizens, absences);
    }

    /// <summary>The clerks finish what they have in hand, and stop.</summary>
    public async Task End()
    {
        await clerksGo.CancelAsync();
        await working;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(nobodyLeaves.CancelAsync(), citizensGo.CancelAsync(), clerksGo.CancelAsync());
        foreach (var page in pages)
            await page.DisposeAsync();
    }

    /// <summary>One page after another is left for a while without a word.</summary>
    private async Task GoAway()
    {
        while (!nobodyLeaves.IsCancellationRequested)
        {
            await pages[random.Next(pages.Count)].BeAway();
            await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(5 + random.Next(15)), nobodyLeaves.Token));
        }
    }
}
