using Yihao.Grains.Halls;

namespace Yihao.Simulation.Tests;

/// <summary>Runs one seed from beginning to end, in one thread, and says what came of it.</summary>
internal static class Simulation
{
    private const int StepsToSettle = 60_000;

    public static Run Of(ulong seed, Bugs bugs = Bugs.None)
    {
        var world = new World(seed, bugs);
        return Watch(seed, world, () =>
        {
            world.Begin(crowd: world.Chance.Below(6));
            for (var steps = world.Chance.Between(150, 700); steps > 0; steps--)
                world.Step();
        });
    }

    /// <summary>A quiet day of many citizens who all still wait when it ends.</summary>
    public static Run OfCrowd(ulong seed, int crowd)
    {
        var world = new World(seed, Bugs.None);
        return Watch(seed, world, () =>
        {
            world.Begin(crowd);
            world.CalmDown();
            Settle(world);
            world.EndTheDay();
        });
    }

    private static Run Watch(ulong seed, World world, Action what)
    {
        try
        {
            what();
            world.CalmDown();
            Settle(world);
            CheckTheEnd(world);
        }
        catch (BrokenPromiseException broken)
        {
            throw new BrokenPromiseException(
                $"seed {seed}, step {world.Trace.Steps}: {broken.Message}\n  what went before:\n{world.Trace}");
        }

        return new(
            world.Trace.Hash, world.Trace.Steps, world.Ledger.LastSeq, world.Ledger.Epoch,
            world.Auditor.Answers, world.Auditor.Repeats, world.Screens.Sum(s => s.Shown))
        {
            Seen = world.Auditor.Seen,
        };
    }

    /// <summary>Without trouble everybody gets an answer.</summary>
    private static void Settle(World world)
    {
        for (var steps = 0; world.Settle(); steps++)
        {
            if (steps == StepsToSettle)
                throw new BrokenPromiseException("nothing goes wrong and yet somebody gets no answer");
        }

        if (!world.EverybodyAnswered)
            throw new BrokenPromiseException("nothing is left to do and somebody has no answer");
    }

    private static void CheckTheEnd(World world)
    {
        world.Auditor.NothingIsLost();
        var node = world.Nodes.Single(n => n.IsUp);
        var truth = HallText.Of(world.Auditor.Truth!);
        Same("the live hall", truth, HallText.Of(node.Live.Hall));
        Same("the hall replayed from its first entry", truth, Replay(world, node, null));
        foreach (var snapshot in world.Snapshots.TakeLast(2).Concat(world.Snapshots.Take(1)))
        {
            Same($"the hall from the snapshot at {snapshot.Seq}", truth, Replay(world, node, snapshot));
            var brokenOne = SomeSnapshots.Broken(snapshot, world.Chance);
            Same($"the hall from a broken snapshot at {brokenOne.Seq}", truth, Replay(world, node, brokenOne));
        }

        Same("published", $"{world.Ledger.LastSeq}", $"{node.PublishedUpTo}");
        foreach (var screen in world.Screens)
            Same(screen.Name, $"{world.Ledger.LastSeq}", $"{screen.UpTo}");
    }

    private static string Replay(World world, Node node, HallSnapshot? snapshot)
    {
        var loop = new Loop();
        var ledger = world.Ledger.SeenBy(node);
        Task<LoadedHall>? loading = null;
        loop.Run(() => loading = Load());
        while (!loading!.IsCompleted)
        {
            if (loop.Ready > 0)
                loop.RunOne(world.Chance);
            else
                world.Ledger.Step();
        }

        if (loading.Exception is { } failure)
            throw new BrokenPromiseException($"not loaded: {failure.InnerException}");
        return HallText.Of(loading.Result.Hall!);

        async Task<LoadedHall> Load()
        {
            var session = await ledger.Open(Towns.Hall, CancellationToken.None);
            return await HallLoading.Load(ledger, session, snapshot, CancellationToken.None);
        }
    }

    private static void Same(string what, string expected, string actual)
    {
        if (expected == actual)
            return;
        var difference = HallText.Difference(expected, actual);
        throw new BrokenPromiseException($"{what} is not what the ledger says:\n{difference}");
    }
}

/// <summary>What came of one seed.</summary>
internal sealed record Run(ulong Trace, int Steps, long Entries, long Epochs, int Answers, int Repeats, int Shown)
{
    /// <summary>How often each kind of event, refusal and answer occurred.</summary>
    public required IReadOnlyDictionary<string, int> Seen { get; init; }
}
