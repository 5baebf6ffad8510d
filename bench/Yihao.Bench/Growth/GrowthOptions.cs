using System.Globalization;

namespace Yihao.Bench.Growth;

/// <summary>What the command line says.</summary>
/// <param name="Rounds">Measurements of each size; the median counts. Default 3, 1 to 20.</param>
/// <param name="Most">Sizes above it are left out. Default 10,000,000, which is all.</param>
/// <param name="Only">One curve; null for all.</param>
/// <param name="Pictures">The folder of the pictures; null for none.</param>
/// <param name="Csv">Raw rows; null for none.</param>
internal sealed record GrowthOptions(int Rounds, int Most, string? Only, string? Pictures, string? Csv)
{
    public const string Usage = """
        How costs grow, by processor time where that is possible and by medians elsewhere: one picture a curve, the raw
        rows, and the slope in words.

          --only NAME      halls, windows, screens, waiting or events; all if not said
          --rounds N       measurements of each size, 1 to 20 (3)
          --most N         leaves out sizes above it, 10 to 10000000 (10000000: none)
          --pictures DIR   where growth-*.svg go; nowhere if not said
          --csv FILE       raw rows; nowhere if not said
          --help           this text
        """;

    private static readonly string[] Names = ["halls", "windows", "screens", "waiting", "events"];

    /// <returns>The options, or what is wrong with them.</returns>
    public static (GrowthOptions? Options, string? Error) Parse(IReadOnlyList<string> args)
    {
        var options = new GrowthOptions(3, 10_000_000, null, null, null);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count)
                return (null, $"{args[i]} needs a value");
            var value = args[i + 1];
            switch (args[i])
            {
                case "--only" when Names.Contains(value):
                    options = options with { Only = value };
                    break;
                case "--rounds" when Number(value, 1, 20) is { } rounds:
                    options = options with { Rounds = rounds };
                    break;
                case "--most" when Number(value, 10, 10_000_000) is { } most:
                    options = options with { Most = most };
                    break;
                case "--pictures" when Directory.Exists(value):
                    options = options with { Pictures = value };
                    break;
                case "--csv":
                    options = options with { Csv = value };
                    break;
                default:
                    return (null, $"{args[i]} {value}: see --help");
            }
        }

        // One curve alone does not take the place of the rows of all.
        return options is { Csv: { } csv, Only: { } only }
            ? (options with { Csv = Path.ChangeExtension(csv, null) + $"-{only}.csv" }, null)
            : (options, null);
    }

    public bool Wants(string name) => Only is null || Only == name;

    /// <summary>The sizes of a curve that are asked for.</summary>
    public int[] Sizes(params int[] all) => [.. all.Where(size => size <= Most)];

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number : null;
}
