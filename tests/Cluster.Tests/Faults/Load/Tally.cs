using System.Collections.Concurrent;

namespace Yihao.Cluster.Tests.Faults.Load;

/// <summary>What happened so far, in counts. Any thread adds.</summary>
internal sealed class Tally
{
    /// <summary>Of a long run with faults only the first ones are kept.</summary>
    private const int MostMishaps = 10_000;

    private readonly ConcurrentDictionary<string, long> refusals = new();
    private readonly ConcurrentDictionary<string, long> failures = new();
    private readonly ConcurrentQueue<Mishap> mishaps = new();
    private long accepted;
    private long refused;
    private long reads;
    private long retries;
    private long triedAgain;
    private long open;

    public long Accepted => accepted;

    public long Answers => accepted + refused + reads;

    public long Retries => retries;

    /// <summary>Requests that nobody ever answered: their outcome stays open.</summary>
    public long Open => open;

    /// <summary>Final answers that are neither an acceptance nor a refusal with a reason.</summary>
    public IReadOnlyDictionary<string, long> Failures => failures;

    /// <summary>Tries that did not end with an answer of the hall: the first ones, as they ended.</summary>
    public IReadOnlyCollection<Mishap> Mishaps => mishaps;

    public void Answered(bool isRead, int status, string? code)
    {
        if (status is 200 or 201)
            Interlocked.Increment(ref isRead ? ref reads : ref accepted);
        else
            Interlocked.Increment(ref refused);
        if (status >= 400)
            refusals.AddOrUpdate(code ?? $"{status}", 1, (_, n) => n + 1);
    }

    public void Failed(string what) => failures.AddOrUpdate(what, 1, (_, n) => n + 1);

    public void Failed(Mishap mishap)
    {
        if (mishaps.Count < MostMishaps)
            mishaps.Enqueue(mishap);
    }

    /// <param name="status">Of the answer that said so; 0 when there was none.</param>
    public void Retried(int status, Mishap mishap)
    {
        Failed(mishap);
        Interlocked.Increment(ref retries);
        if (status != 0)
            Interlocked.Increment(ref triedAgain);
    }

    public void LeftOpen() => Interlocked.Increment(ref open);

    public string Line() =>
        $"{accepted} commands accepted, {refused} refused, {reads} reads, {retries} retries "
        + $"({triedAgain} were told to), {open} open";

    public string Refusals() => string.Join(
        ", ", refusals.OrderByDescending(r => r.Value).Take(12).Select(r => $"{r.Key} {r.Value}"));
}
