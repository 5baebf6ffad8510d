using Yihao.Bench.Rows;

namespace Yihao.Bench.Growth;

/// <summary>Measures all curves that are asked for, and writes them.</summary>
internal static class Growing
{
    /// <returns>The exit code: 0, or 2 for a wrong option.</returns>
    public static async Task<int> Run(IReadOnlyList<string> args)
    {
        if (args is ["--help" or "-h", ..])
        {
            Console.WriteLine(GrowthOptions.Usage);
            return 0;
        }

        var (options, error) = GrowthOptions.Parse(args);
        if (options is null)
        {
            await Console.Error.WriteLineAsync(error);
            return 2;
        }

        var curves = new List<Curve>();
        await foreach (var curve in Measure(options, Console.Error))
        {
            curves.Add(curve);
            Console.WriteLine(curve.Words());
            // At once: a later curve that fails takes nothing away.
            if (options.Pictures is { } folder)
                await File.WriteAllTextAsync(Path.Combine(folder, $"{curve.File}.svg"), $"{CurvePicture.Of(curve)}");
            if (options.Csv is { } csv)
                await File.WriteAllLinesAsync(csv, curves.SelectMany(c => c.Csv).Prepend(Curve.CsvHead));
        }

        return 0;
    }

    private static async IAsyncEnumerable<Curve> Measure(GrowthOptions options, TextWriter progress)
    {
        var node = new NodeCurves(options.Rounds, progress);
        if (options.Wants("waiting"))
            yield return Waiting(options, progress);
        if (options.Wants("windows"))
            yield return await node.Windows(options.Sizes(1, 5, 20, 50, 100, 200));
        if (options.Wants("screens"))
            yield return await Screens(options, progress);
        if (options.Wants("events"))
            yield return await node.Events(options.Sizes(1_000, 10_000, 100_000, 1_000_000, 10_000_000));
        if (!options.Wants("halls"))
            yield break;
        foreach (var curve in await node.Halls(options.Sizes(1, 10, 100, 1_000, 10_000)))
            yield return curve;
    }

    /// <summary>The rules alone: a number is taken and the next one called.</summary>
    private static Curve Waiting(GrowthOptions options, TextWriter progress)
    {
        Curve curve = new(
            "growth-waiting", "A number taken and the next one called, the rules alone", "waiting", "us of processor");
        var sizes = options.Sizes(1, 10, 100, 1_000, 10_000, 100_000, 1_000_000);
        var halls = sizes.Select(size => new TakeAndCallBench { Waiting = size }).ToArray();
        foreach (var hall in halls)
            hall.Fill();
        for (var round = -2; round < options.Rounds; round++)
        {
            progress.WriteLine($"waiting, round {round + 1} of {options.Rounds}");
            for (var i = 0; i < sizes.Length; i++)
            {
                GC.Collect();
                var before = Environment.CpuUsage.TotalTime;
                halls[i].Decided();
                var took = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / TakeAndCallBench.Pairs;
                if (round >= 0)
                    curve.Add(sizes[i], took);
            }
        }

        return curve;
    }

    private static async Task<Curve> Screens(GrowthOptions options, TextWriter progress)
    {
        Curve curve = new(
            "growth-screens", "A ticket life, three pushes to every screen of the hall", "screens",
            "ms of the server's processor");
        var sizes = options.Sizes(1, 10, 100, 1_000, 10_000);
        foreach (var (screens, processor) in await FanOut.Grow(options.Rounds, sizes, progress))
            curve.Add(screens, processor);
        return curve;
    }
}
