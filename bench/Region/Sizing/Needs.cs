namespace Yihao.Region.Sizing;

/// <summary>What a scope needs at its peak. Each line is a product of a count and a unit cost.</summary>
internal sealed class Needs(Scope scope, UnitCosts costs)
{
    private const double SecondsPerHour = 3_600;

    /// <summary>
    /// A node may be lost, and one be updated meanwhile: what is left carries everything.
    /// </summary>
    private const int Spare = 2;

    private const double KeeperSeconds = 30;

    public Scope Scope => scope;

    /// <summary>Arrivals are a Poisson process with two peaks; everywhere the peak is at the same time.</summary>
    public double PeakLives => scope.LivesPerDay / (costs["open-hours"] * SecondsPerHour) * costs["peak"];

    public double CoresForLives => PeakLives * costs["life-node-ms"] / 1e3;

    public double CoresForRest =>
        ((scope.Halls * costs["hall-rest-us"]) + ((scope.Windows - scope.Halls) * costs["window-rest-us"])) / 1e6;

    public double CoresForConnections => scope.Connections * costs["connection-us"] / 1e6;

    public double Cores => CoresForLives + CoresForRest + CoresForConnections;

    /// <summary>In GB; an hour's tickets wait.</summary>
    public double Memory =>
        ((scope.Halls * costs["hall-kb"] * 1e3) + (scope.Connections * costs["connection-kb"] * 1e3)
            + (PeakLives * SecondsPerHour * costs["ticket-b"])) / 1e9;

    public double NodesForCores => Cores / (costs["node-cores"] * costs["busy"]);

    public double NodesForMemory => Memory / (costs["node-gb"] * costs["busy"]);

    /// <summary>Without those to spare.</summary>
    public double NodesAtWork => Math.Max(NodesForCores, NodesForMemory);

    public double Nodes => Math.Ceiling(NodesAtWork) + Spare;

    public double PostgresCores => PeakLives * costs["life-postgres-ms"] / 1e3;

    /// <summary>In MB/s.</summary>
    public double Wal => PeakLives * costs["life-wal-kb"] / 1e3;

    /// <summary>In TB.</summary>
    public double DiskPerYear =>
        scope.LivesPerDay * costs["days"] * costs["life-entries"] * costs["entry-bytes"] / 1e12;

    public double Servers => Math.Ceiling(new[]
    {
        PostgresCores / (costs["postgres-cores"] * costs["busy"]),
        Wal / (costs["postgres-wal-mb"] * costs["busy"]),
        DiskPerYear / costs["postgres-tb"],
    }.Max());

    /// <summary>In Mbit/s, to and from people; between nodes about as much again.</summary>
    public double Network =>
        ((PeakLives * costs["life-network-kb"] * 1e3) + (scope.Connections * costs["screen-network-b"])) * 8 / 1e6;

    /// <summary>In minutes: all nodes at once, as after a loss of power.</summary>
    public double WakeMinutes => scope.Halls / Nodes / costs["wake-per-second"] / 60;

    /// <summary>In minutes: until the last hall has a new network of halls.</summary>
    public double ReopenMinutes => scope.Halls / Nodes / costs["reopen-per-second"] / 60;

    /// <summary>In MB/s, from the main database: Keeper reads the whole list on every node.</summary>
    public double KeeperLists => scope.Halls * costs["keeper-row-b"] * Nodes / KeeperSeconds / 1e6;

    /// <summary>To one server: every node has its pools to each.</summary>
    public double PostgresConnections => Nodes * costs["node-connections"];

    /// <summary>Per second of the minute in which the day begins, for one server.</summary>
    public double DayEntries => scope.Halls * costs["day-entries"] / 60 / Servers;

    /// <summary>Per second, of a node that is stopped: a snapshot of each hall that changed since the last.</summary>
    public double HandOver => scope.Halls / Nodes / costs["stop-seconds"];

    /// <summary>In MB.</summary>
    public double NetworkFile => scope.Halls * costs["network-file-b"] / 1e6;
}
