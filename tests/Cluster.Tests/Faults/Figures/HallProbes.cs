using System.Collections.Concurrent;
using Yihao.Cluster.Tests.Faults.Load;
using Yihao.Cluster.Tests.Faults.Nodes;
using Yihao.Cluster.Tests.Faults.Places;

namespace Yihao.Cluster.Tests.Faults.Figures;

/// <summary>
/// Asks every hall ten times a second through a node that is well, or that says it is ready, without waiting for the
/// answer before, and notes when answers came, and what was none.
/// </summary>
internal sealed class HallProbes : IAsyncDisposable
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>Questions to one hall that may be under way at once.</summary>
    private const int Most = 30;

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> asking = [];
    private readonly Dictionary<string, ConcurrentQueue<TimeSpan>> answers =
        Region.Places.ToDictionary(p => p.Hall, _ => new ConcurrentQueue<TimeSpan>());

    private readonly ConcurrentDictionary<string, int> outcomes = new();
    private readonly Shift shift;
    private readonly RunClock clock;
    private readonly Task probing;

    public HallProbes(Shift shift)
    {
        (this.shift, clock) = (shift, shift.Clock);
        probing = Task.WhenAll(answers.Select(hall => Probe(hall.Key, hall.Value)));
    }

    /// <summary>How often which answer came, or none.</summary>
    public string Outcomes => string.Join(
        ", ", outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key} {o.Value}"));

    /// <summary>For each hall the longest span without an answer, of those that began at or after a time.</summary>
    public IReadOnlyDictionary<string, Silence> Silences(TimeSpan from)
    {
        var until = clock.Now;
        return answers.ToDictionary(
            hall => hall.Key, hall => Longest(from, [from, .. hall.Value.Where(a => a > from), until]));
    }

    /// <summary>Every hall has answered at or after a time.</summary>
    public bool AllAnswered(TimeSpan since) => answers.Values.All(hall => hall.Any(a => a >= since));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await probing;
        await Task.WhenAll(asking);
        stop.Dispose();
    }

    private static Silence Longest(TimeSpan from, TimeSpan[] answers)
    {
        Array.Sort(answers);
        return answers.Zip(answers.Skip(1), (a, b) => new Silence(a - from, b - a)).MaxBy(s => s.Length)!;
    }

    private async Task Probe(string hall, ConcurrentQueue<TimeSpan> answered)
    {
        var (turn, underWay) = (0, 0);
        using var timer = new PeriodicTimer(Apart);
        while (!stop.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            if (Volatile.Read(ref underWay) >= Most)
                continue;
            Interlocked.Increment(ref underWay);
            asking.Add(Ask(shift.Ready?.Next(turn++) ?? shift.Cluster.Healthy(turn++)));
        }

        async Task Ask(Node node)
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            late.CancelAfter(Patience);
            try
            {
                using var answer = await shift.Http.GetAsync(new Uri(node.Address, $"/api/halls/{hall}"), late.Token);
                if (answer.IsSuccessStatusCode)
                    answered.Enqueue(clock.Now);
                Count(node, $"{(int)answer.StatusCode}", !answer.IsSuccessStatusCode);
            }
            catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException or IOException)
            {
                // No answer is what is measured.
                Count(node, lost.GetType().Name, !late.IsCancellationRequested);
            }

            Interlocked.Decrement(ref underWay);
        }

        void Count(Node node, string outcome, bool isError)
        {
            outcomes.AddOrUpdate(outcome, 1, (_, n) => n + 1);
            if (isError)
                shift.Tally.Failed(new Mishap(DateTime.UtcNow, node.Name, $"probe of {hall}", outcome, IsError: true));
        }
    }
}
