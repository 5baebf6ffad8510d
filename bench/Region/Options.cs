using Yihao.Load;

namespace Yihao.Region;

/// <summary>What the command line says.</summary>
/// <param name="Sizing">Compute nodes and servers instead of running halls.</param>
/// <param name="Csv">Where the rows go as well; null for nowhere.</param>
/// <param name="Costs">A CSV of unit costs for the sizing; null for those in the program.</param>
internal sealed record Options(
    bool Sizing, int Counties, int Townships, int Villages, int Lives, int Callers, int Databases, int IdleSeconds,
    string? Csv, string? Costs, bool Help)
{
    public const string Usage = """
        Region: all halls of a region on this machine, on a ledger that is split over several PostgreSQL servers.

        bench/region.sh [options]            start servers and a node, open every hall, serve some citizens in each,
                                             kill the node, start it again, verify all ledgers; exit code 1 for a fault
        bench/region.sh --sizing [options]   nodes, servers, network and disks for a region and the nation, from
                                             unit costs

          --counties N     county halls of 30 windows, 1 to 400 (111)
          --townships N    township halls of 4, up to 10000 (1284)
          --villages N     village halls of 1, up to 100000 (15000)
          --lives N        tickets taken, called and finished in each hall, 1 to 100 (2)
          --callers N      halls asked at once, 1 to 1000 (64)
          --databases N    PostgreSQL servers, 1 to 8 (2)
          --idle N         seconds to measure the node at rest, 1 to 600 (10)
          --csv FILE       the rows as CSV as well
          --costs FILE     sizing: unit costs as "name,value" lines; what is missing stays as it is in the program
          --help
        """;

    public static (Options? Options, string? Error) Parse(IReadOnlyList<string> args)
    {
        var reader = new OptionReader(args);
        var options = new Options(
            reader.Flag("--sizing"),
            reader.Number("--counties", 1, 400) ?? 111,
            reader.Number("--townships", 0, 10_000) ?? 1_284,
            reader.Number("--villages", 0, 100_000) ?? 15_000,
            reader.Number("--lives", 1, 100) ?? 2,
            reader.Number("--callers", 1, 1_000) ?? 64,
            reader.Number("--databases", 1, 8) ?? 2,
            reader.Number("--idle", 1, 600) ?? 10,
            reader.Text("--csv"),
            reader.Text("--costs"),
            reader.Flag("--help") || reader.Flag("-h"));
        var error = reader.Error;
        if (options.Villages > 0 && options.Townships == 0)
            error ??= "--townships is 0: villages need one.";
        return error is null ? (options, null) : (null, error);
    }
}
