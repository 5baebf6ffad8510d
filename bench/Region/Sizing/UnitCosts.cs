using System.Globalization;

namespace Yihao.Region.Sizing;

/// <summary>What one of each costs. Every value can be replaced by a line of a CSV: <c>name,value</c>.</summary>
internal sealed class UnitCosts
{
    private static readonly Cost[] Usual =
    [
        new("life-node-ms", 0.68, "ms", "processor time of a node for one more life over HTTP", "docs/sizing.md"),
        new("life-postgres-ms", 0.39, "ms", "the same of PostgreSQL: nearly each command alone", "docs/sizing.md"),
        new("life-entries", 4, "", "taken, called, started, finished", "src/Rules"),
        new("entry-bytes", 560, "B", "an entry on disk with its index", "bench/region.sh"),
        new("life-wal-kb", 6.3, "KB", "write-ahead log of a life in halls seldom used; busy: 2.4", "bench/region.sh"),
        new("life-network-kb", 6, "KB", "three requests and answers, and one screen", "assumed"),
        new("hall-rest-us", 13, "us/s", "processor time of a node: a hall at rest, one window", "bench/growth.sh"),
        new("hall-kb", 53, "KB", "of a hall at rest with its windows: 37 KB of objects, x1.43", "bench/growth.sh"),
        new("ticket-b", 300, "B", "memory of a waiting ticket", "--memory"),
        new("wake-per-second", 67, "halls/s", "halls that one node wakes, on two busy cores", "bench/region.sh"),
        new("network-file-b", 256, "B", "of the network file for a hall with its clerks", "bench/region.sh"),
        new("connection-kb", 35, "KB", "of a screen or page: 24 KB of objects, x1.43", "--quiet-screens"),
        new("connection-us", 9.7, "us/s", "processor time for its pings, both ways every 3 s", "--quiet-screens"),
        new("screen-network-b", 60, "B/s", "pings of a screen without news, both ways", "--quiet-screens"),
        new("open-hours", 8.5, "h", "numbers are given from 8:30 to 17:00", "bench/Simulation/World/Hours.cs"),
        new("peak", 1.55, "x", "arrivals at the highest over the day's mean", "bench/Simulation/World/Hours.cs"),
        new("days", 250, "days", "working days of a year", "assumed"),
        new("node-cores", 8, "cores", "of a node", "chosen"),
        new("node-gb", 16, "GB", "of a node for the process", "chosen"),
        new("postgres-cores", 8, "cores", "of a server", "chosen"),
        new("postgres-wal-mb", 50, "MB/s", "of write-ahead log that a server's disk takes", "chosen"),
        new("postgres-tb", 4, "TB", "of disk of a server, for a year", "chosen"),
        new("busy", 0.5, "", "part of what is there that may be used at the peak", "chosen"),
        new("window-rest-us", 10, "us/s", "of it for each further open window", "bench/region.sh"),
        new("keeper-row-b", 40, "B", "a hall in the list that each node reads every 30 s", "Keeper.cs"),
        new("node-connections", 60, "", "to each database, with Maximum Pool Size=30", "PostgreSqlConnections.cs"),
        new("postgres-connections", 500, "", "that a server can have", "chosen"),
        new("day-entries", 1, "", "of each hall when the day begins, all within the same minute", "NewDays.cs"),
        new("stop-seconds", 60, "s", "that a node has to hand over its halls when it is stopped", "Serve.cs"),
        new("reopen-per-second", 5, "halls/s", "halls that a node opens anew for a new network", "HallHomes.cs"),
        new("network-file-mb", 32, "MB", "the largest network file", "NetworkFile.cs"),
    ];

    private readonly Dictionary<string, Cost> costs = Usual.ToDictionary(c => c.Name);

    /// <param name="Origin">The command or file it comes from; <c>assumed</c> was never measured.</param>
    internal sealed record Cost(string Name, double Value, string Unit, string What, string Origin);

    public double this[string name] => costs[name].Value;

    public IEnumerable<Cost> All => Usual.Select(c => costs[c.Name]);

    /// <param name="file">Null for the values in the program.</param>
    /// <exception cref="InvalidDataException">A line is not <c>name,value</c> with a name that is known.</exception>
    public static UnitCosts Read(string? file)
    {
        var read = new UnitCosts();
        foreach (var line in file is null ? [] : File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var parts = line.Split(',');
            if (parts.Length < 2 || !read.costs.TryGetValue(parts[0], out var cost)
                || !double.TryParse(parts[1], CultureInfo.InvariantCulture, out var value) || value <= 0)
                throw new InvalidDataException($"{file}: '{line}' is not a known name and a number above 0");
            read.costs[cost.Name] = cost with { Value = value, Origin = Path.GetFileName(file)! };
        }

        return read;
    }
}
