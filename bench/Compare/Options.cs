using System.Globalization;

namespace Yihao.Compare;

/// <summary>What the command line says.</summary>
/// <param name="Pairs">Turns of both sides for each row. Default 5, 1 to 100.</param>
/// <param name="Seconds">Of one turn. Default 8, 1 to 600.</param>
/// <param name="TrySeconds">Of each of the two tries of a number of callers. Default 4.</param>
/// <param name="WarmSeconds">Before a node is measured. Default 25.</param>
/// <param name="Rows">Groups of rows to measure.</param>
/// <param name="Csv">File for the raw rows, which are added as they are measured.</param>
internal sealed record Options(
    int Pairs, int Seconds, int TrySeconds, int WarmSeconds, IReadOnlyList<string> Rows, string Csv)
{
    public static readonly string[] AllRows = ["lives", "hall", "whole", "slow"];

    public const string Usage = """
        Compares ticket lives through the grains with the queue a team would write itself: one table and
        FOR UPDATE SKIP LOCKED, driven by pgbench. Both on one throw-away PostgreSQL (fsync on), in turns.

          bench/compare.sh [options]

          --pairs N     turns of both sides for each row, 1 to 100 (5)
          --seconds N   of one turn, 1 to 600 (8)
          --try N       seconds of each of two tries of a number of callers, 1 to 60 (4)
          --warm N      seconds before a node is measured, 1 to 600 (25)
          --rows LIST   lives, hall, whole, slow (all); whole: over HTTP, beside a minimal API on the same
                        table; slow: the same with 1 ms commits
          --csv FILE    where the raw rows go as they are measured; a file that is there is overwritten
                        (bench/results/DATE-compare.csv, …-compare-lives.csv for --rows lives,
                        …-quick.csv for --quick, each with a number when there is such a file)
          --quick       the same as --pairs 1 --seconds 2 --try 1 --warm 3: to see that it works

        Ends with 1 when an answer was wrong: a number lost or called twice, a ledger with a gap. A ratio that
        falls short of its target is printed and fails nothing.
        """;

    /// <exception cref="FormatException">The message says what is wrong.</exception>
    public static Options Read(IReadOnlyList<string> args)
    {
        var options = new Options(5, 8, 4, 25, AllRows, "");
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            string Value() => ++i < args.Count ? args[i] : throw new FormatException($"{name} needs a value");
            options = name switch
            {
                "--quick" => options with { Pairs = 1, Seconds = 2, TrySeconds = 1, WarmSeconds = 3 },
                "--pairs" => options with { Pairs = Number(name, Value(), 100) },
                "--seconds" => options with { Seconds = Number(name, Value(), 600) },
                "--try" => options with { TrySeconds = Number(name, Value(), 60) },
                "--warm" => options with { WarmSeconds = Number(name, Value(), 600) },
                "--rows" => options with { Rows = RowsOf(Value()) },
                "--csv" => options with { Csv = Value() },
                _ => throw new FormatException($"{name} is not an option: see --help"),
            };
        }

        return options.Csv.Length > 0 ? options : options with { Csv = Unused(options, args.Contains("--quick")) };
    }

    /// <summary>The rows of a run before are not overwritten.</summary>
    private static string Unused(Options options, bool quick)
    {
        var name = string.Join('-', (string[])[
            $"bench/results/{DateTime.Now:yyyy-MM-dd}-compare",
            .. AllRows.Except(options.Rows).Any() ? options.Rows : [],
            .. quick ? ["quick"] : Array.Empty<string>(),
        ]);
        return Enumerable.Range(1, int.MaxValue)
            .Select(run => run == 1 ? $"{name}.csv" : $"{name}-{run}.csv")
            .First(file => !File.Exists(file));
    }

    private static string[] RowsOf(string list)
    {
        var rows = list.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return rows.Except(AllRows).FirstOrDefault() is { } unknown
            ? throw new FormatException($"--rows: {unknown} is none of {string.Join(", ", AllRows)}")
            : rows;
    }

    private static int Number(string name, string text, int most) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new FormatException($"{name} is {text}: 1 to {most}");
}
