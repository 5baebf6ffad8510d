using System.Globalization;

namespace Yihao.Simulation;

/// <summary>What the command line says.</summary>
/// <param name="Days">Of the county, played under each policy. Default 60, with --quick 3; 2 to 5000.</param>
/// <param name="Halls">Batches of 30,000 citizens in each steady hall of the check. Default 64, with --quick 8.</param>
/// <param name="Recursions">Batches of 200,000 citizens of the bare recursion. Default 1600, with --quick 400.</param>
/// <param name="Seed">Default 1; the same seed gives the same figures.</param>
internal sealed record Options(
    int Days, int Halls, int Recursions, ulong Seed, string? Results, string? Page, bool Help)
{
    public const string Usage = """
        A county's day on the shipping rules under a virtual clock.

          --quick          3 days and short checks
          --days N         days of the county, 2 to 5000; 60 if not said
          --seed N         0 to 18446744073709551615; the same seed gives the same figures; 1 if not said
          --results PATH   raw rows go to PATH-days.csv and PATH-erlang.csv; none if not said
          --page FILE      the Markdown page whose marked part is written anew, with its pictures beside it in
                           images/dispatch; none if not said
          --help           this text

        Ends with 1 when the simulator's own check against Erlang C fails (then nothing else is shown) or a rule of
        fairness was broken, with 2 on a bad option.
        """;

    private static readonly Options Whole = new(60, 64, 1600, 1, null, null, false);

    private static readonly Options Quick = Whole with { Days = 3, Halls = 8, Recursions = 400 };

    /// <returns>The options, or what is wrong with them.</returns>
    public static (Options? Options, string? Error) Parse(IReadOnlyList<string> args)
    {
        var options = args.Contains("--quick") ? Quick : Whole;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--help" or "-h")
                return (options with { Help = true }, null);
            if (args[i] == "--quick")
                continue;
            var (name, value) = (args[i], i + 1 < args.Count ? args[++i] : null);
            var (parsed, error) = With(options, name, value);
            if (error is not null)
                return (null, error);
            options = parsed!;
        }

        return (options, null);
    }

    private static (Options?, string?) With(Options options, string name, string? value)
    {
        if (name is not ("--days" or "--seed" or "--results" or "--page"))
            return (null, $"unknown option {name}; --help lists them");
        if (string.IsNullOrEmpty(value))
            return (null, $"{name} needs a value; --help says which");
        var culture = CultureInfo.InvariantCulture;
        return name switch
        {
            "--days" => int.TryParse(value, NumberStyles.None, culture, out var days) && days is >= 2 and <= 5000
                ? (options with { Days = days }, null)
                : (null, $"--days {value} is not a whole number from 2 to 5000"),
            "--seed" => ulong.TryParse(value, NumberStyles.None, culture, out var seed)
                ? (options with { Seed = seed }, null)
                : (null, $"--seed {value} is not a whole number from 0 to {ulong.MaxValue}"),
            "--results" => Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(value)))
                ? (options with { Results = value }, null)
                : (null, $"--results {value}: the folder does not exist"),
            _ => File.Exists(value)
                ? (options with { Page = value }, null)
                : (null, $"--page {value}: no such file"),
        };
    }
}
