using System.Globalization;
using Yihao.Bench.Shared;

namespace Yihao.Region.Sizing;

/// <summary>Prints what each scope needs, and what breaks first.</summary>
internal static class SizingTable
{
    private static readonly (string What, string Unit, Func<Needs, double> Of)[] Rows =
    [
        ("halls", "", n => n.Scope.Halls),
        ("windows", "", n => n.Scope.Windows),
        ("screens and clerks' pages", "", n => n.Scope.Connections),
        ("ticket lives a day", "", n => n.Scope.LivesPerDay),
        ("ticket lives at the peak", "1/s", n => n.PeakLives),
        ("cores of nodes: lives", "", n => n.CoresForLives),
        ("cores of nodes: halls at rest", "", n => n.CoresForRest),
        ("cores of nodes: connections", "", n => n.CoresForConnections),
        ("memory of nodes", "GB", n => n.Memory),
        ("**nodes**, two of them to spare", "", n => n.Nodes),
        ("cores of PostgreSQL", "", n => n.PostgresCores),
        ("write-ahead log", "MB/s", n => n.Wal),
        ("ledger of a year", "TB", n => n.DiskPerYear),
        ("**PostgreSQL servers**, standbys apart", "", n => n.Servers),
        ("network to people", "Mbit/s", n => n.Network),
        ("all nodes start: last hall awake after", "min", n => n.WakeMinutes),
        ("new network: last hall has it after", "min", n => n.ReopenMinutes),
        ("a node stops: halls handed over", "1/s", n => n.HandOver),
        ("the day begins: entries for a server", "1/s", n => n.DayEntries),
        ("connections to a server", "", n => n.PostgresConnections),
        ("lists that the Keepers read", "MB/s", n => n.KeeperLists),
        ("network file", "MB", n => n.NetworkFile),
    ];

    private static readonly (string What, Func<UnitCosts, double> Halls)[] Limits =
    [
        ("one network file", c => c["network-file-mb"] * 1e6 / c["network-file-b"]),
        ("one node: time keeping of halls at rest",
            c => c["node-cores"] * c["busy"] * Nation.Halls / new Needs(Nation, c).CoresForRest),
        ("one node: pings of screens and pages", c => c["node-cores"] * c["busy"] * 1e6 / PerHall(c["connection-us"])),
        ("one node: memory of screens and pages", c => Bytes(c) / PerHall(c["connection-kb"] * 1e3)),
        ("one node: memory of halls at rest", c => Bytes(c) / (c["hall-kb"] * 1e3)),
        ("one node: ticket lives", c => c["node-cores"] * c["busy"] * 1e3 / (LivesOfHall(c) * c["life-node-ms"])),
        ("one node: a new network within an hour", c => c["reopen-per-second"] * 3_600),
        ("one node: all halls awake within a minute", c => c["wake-per-second"] * 60),
        ("one cluster: connections to a server", c =>
            c["postgres-connections"] / c["node-connections"] * Nation.Halls / new Needs(Nation, c).NodesAtWork),
        ("one PostgreSQL: processors",
            c => c["postgres-cores"] * c["busy"] * 1e3 / (LivesOfHall(c) * c["life-postgres-ms"])),
        ("one PostgreSQL: write-ahead log",
            c => c["postgres-wal-mb"] * c["busy"] * 1e3 / (LivesOfHall(c) * c["life-wal-kb"])),
        ("one PostgreSQL: disk for a year", c => c["postgres-tb"] * Nation.Halls / new Needs(Nation, c).DiskPerYear),
    ];

    private static Scope Nation => Scope.All[^1];

    public static int Print(Options options)
    {
        var costs = UnitCosts.Read(options.Costs);
        var needs = Scope.All.Select(scope => new Needs(scope, costs)).ToArray();
        Line(["", .. needs.Select(n => n.Scope.Name)]);
        Line(["---", .. needs.Select(_ => "---:")]);
        foreach (var (what, unit, of) in Rows)
            Line([what, .. needs.Select(n => $"{Shown(of(n))} {unit}".TrimEnd())]);
        Console.WriteLine("\nWhat breaks first: so many halls of the nation's mix reach the limit.\n");
        Line(["limit", "halls"]);
        Line(["---", "---:"]);
        foreach (var (what, halls) in Limits.OrderBy(limit => limit.Halls(costs)))
            Line([what, Shown(halls(costs))]);
        Console.WriteLine("\nUnit costs.\n");
        Line(["name", "value", "what", "from"]);
        Line(["---", "---:", "---", "---"]);
        foreach (var cost in costs.All)
            Line([$"`{cost.Name}`", $"{Shown(cost.Value)} {cost.Unit}".TrimEnd(), cost.What, cost.Origin]);
        if (options.Csv is not null)
        {
            File.WriteAllLines(options.Csv, Rows.Select(r =>
                $"{CsvField.Of(r.What)},{r.Unit},{string.Join(',', needs.Select(n => Plain(r.Of(n))))}")
                .Prepend($"what,unit,{string.Join(',', needs.Select(n => CsvField.Of(n.Scope.Name)))}"));
        }

        return 0;
    }

    private static double Bytes(UnitCosts costs) => costs["node-gb"] * costs["busy"] * 1e9;

    private static double PerHall(double perConnection) => perConnection * Nation.Connections / Nation.Halls;

    private static double LivesOfHall(UnitCosts costs) => new Needs(Nation, costs).PeakLives / Nation.Halls;

    private static void Line(IReadOnlyList<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    private static string Shown(double value) => value.ToString(
        value >= 100 ? "#,##0" : value >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);

    private static string Plain(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
