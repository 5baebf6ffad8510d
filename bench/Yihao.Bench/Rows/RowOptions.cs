using System.Globalization;

namespace Yihao.Bench.Rows;

/// <summary>What the command line of a row says.</summary>
/// <param name="Pairs">Measurements of each side, in turns; 5 if not said, 1 to 100.</param>
/// <param name="Screens">Connections of fan-out and quiet screens; 100, 1,000 and 10,000 if not said.</param>
/// <param name="Events">Most events in a ledger; 1,000,000 if not said.</param>
/// <param name="Csv">Where the raw rows go; nowhere if not said.</param>
internal sealed record RowOptions(int Pairs, IReadOnlyList<int> Screens, int Events, string? Csv)
{
    public const string Usage = """
        Yihao.Bench: what the parts cost. Each row checks its own answers and fails when one is wrong.

          --ratios            the rules alone, by processor time
          --memory            bytes of a waiting ticket
          --latency           one caller alone, a command, against one bare fenced insert
          --call-to-screen    call next to the event at a screen, at half load, against a commit and a bare group send
          --fan-out           one call to many screens against a bare SignalR group broadcast
          --quiet-screens     what a screen costs while nothing happens, against a bare SignalR connection
          --start             first answer of a hall with many events in its ledger against one with none
          --growth            how costs grow: pictures, rows and words; --growth --help for more
          --filter '*Grain*'  by BenchmarkDotNet: grains of hall, window and ticket; also '*Observer*', '*FanOut*'
          --filter '*'        everything by BenchmarkDotNet; --list flat names it

        Options of the five rows in the middle:
          --pairs N           measurements of each side, in turns, 1 to 100 (5)
          --screens N[,N]     of fan-out and quiet screens, 1 to 15000 each (100,1000,10000)
          --events N          in the ledger at the start, 1000 to 10000000 (1000000)
          --csv FILE          raw rows
        """;

    /// <returns>The options, or what is wrong with them.</returns>
    public static (RowOptions? Options, string? Error) Parse(IReadOnlyList<string> args)
    {
        var options = new RowOptions(5, [100, 1_000, 10_000], 1_000_000, null);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count)
                return (null, $"{args[i]} needs a value");
            var (parsed, error) = With(options, args[i], args[i + 1]);
            if (error is not null)
                return (null, error);
            options = parsed!;
        }

        return (options, null);
    }

    private static (RowOptions? Options, string? Error) With(RowOptions options, string name, string value)
    {
        switch (name)
        {
            case "--pairs":
                return Number(value, 1, 100) is { } pairs
                    ? (options with { Pairs = pairs }, null)
                    : (null, $"--pairs {value}: 1 to 100");
            case "--screens":
                var screens = value.Split(',').Select(v => Number(v, 1, 15_000)).ToList();
                return screens.Contains(null)
                    ? (null, $"--screens {value}: numbers from 1 to 15000, for example 100,1000")
                    : (options with { Screens = [.. screens.Select(s => s!.Value)] }, null);
            case "--events":
                return Number(value, 1_000, 10_000_000) is { } events
                    ? (options with { Events = events }, null)
                    : (null, $"--events {value}: 1000 to 10000000");
            case "--csv":
                return (options with { Csv = value }, null);
            default:
                return (null, $"{name} is unknown; --help lists the options");
        }
    }

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number : null;
}
