namespace Yihao.Cluster.Tests.Faults.Trouble;

/// <summary>Which faults come, in which order, all from one seed.</summary>
internal static class FaultPlan
{
    private static readonly string[] Names = ["kill", "freeze", "stop", "cut", "database", "all"];

    /// <summary>Each kind once, in some order.</summary>
    public static IReadOnlyList<Fault> Each(int seed, int nodes)
    {
        var random = new Random(seed);
        var kinds = Enumerable.Range(0, Names.Length).ToArray();
        random.Shuffle(kinds);
        return [.. kinds.Select(kind => Of(kind, random, nodes))];
    }

    /// <summary>A minute after a minute without a fault.</summary>
    public static IEnumerable<Fault> Calm()
    {
        while (true)
            yield return new Fault.Nothing(TimeSpan.FromMinutes(1));
    }

    /// <summary>For ever: the named kinds, one after another.</summary>
    /// <param name="kinds">kill, freeze, stop, cut, database or all.</param>
    public static IEnumerable<Fault> Only(IReadOnlyList<string> kinds, int seed, int nodes)
    {
        var numbers = kinds.Select(kind => Array.IndexOf(Names, kind) is var n && n >= 0
            ? n
            : throw new ArgumentException($"{kind} is no fault: name {string.Join(", ", Names)}")).ToArray();
        var random = new Random(seed);
        for (var turn = 0; ; turn++)
            yield return Of(numbers[turn % numbers.Length], random, nodes);
    }

    /// <summary>For ever: nodes are killed and frozen more often than all else together.</summary>
    public static IEnumerable<Fault> Endless(int seed, int nodes)
    {
        foreach (var fault in Each(seed, nodes))
            yield return fault;
        int[] weighted = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5];
        var random = new Random(seed + 1);
        while (true)
            yield return Of(weighted[random.Next(weighted.Length)], random, nodes);
    }

    private static Fault Of(int kind, Random random, int nodes) => kind switch
    {
        0 => new Fault.Killed(random.Next(nodes), Seconds(random, 2, 6)),
        1 => new Fault.Frozen(random.Next(nodes), Seconds(random, 6, 20)),
        2 => new Fault.Stopped(random.Next(nodes)),
        3 => new Fault.Cut(random.Next(5, 9)),
        4 => new Fault.DatabaseGone(TimeSpan.FromSeconds(15)),
        _ => new Fault.AllKilled(Seconds(random, 0, 3)),
    };

    private static TimeSpan Seconds(Random random, double least, double most) =>
        TimeSpan.FromSeconds(Math.Round(least + (random.NextDouble() * (most - least)), 1));
}
