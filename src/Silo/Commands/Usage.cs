using System.Reflection;

namespace Yihao.Silo.Commands;

/// <summary>What the program can do, in a screenful.</summary>
internal static class Usage
{
    private const string Text = """
        Yihao (一号): one door, one number, one window. The queue and dispatch server of government service halls.

        yihao [options]                 serve pages, API and screens until stopped
        yihao migrate [options]         make or update the database, then end
        yihao verify [options]          check every hall's ledger: order, gaps, hash chain
        yihao restored [options]        once after a restore: screens that saw more than the backup holds begin anew
        yihao network check FILE        read a network file and print every mistake with its line

        Options (default)
          --urls URL                    where to listen (http://localhost:5080)
          --Doors:Mode loopback|open    other addresses than loopback need "open" (loopback)
          --Doors:PublicUrl URL         address in the QR of a ticket (that of the request)
          --Doors:TicketsPerSecond N    numbers given to one remote address per second, 1 to 1000000 (5000)
          --Doors:InFlight N            calls to halls under way at once, 1 to 100000 (2000)
          --Storage:Path FOLDER         SQLite files (./data)
          --Storage:Provider NAME       Sqlite or PostgreSql (Sqlite)
          --Storage:ConnectionString S  for PostgreSql
          --Storage:Ledgers:1 S  …      further databases that the ledger is split over by county (none)
          --Storage:Writers N           writers of one PostgreSQL database, 1 to 16; 2 for slow commits (1)
          --Storage:HallPendingEntries N  entries of a hall that wait for the disk, 1 to 100000 (2000)
          --Storage:PumpPendingEntries N  of all halls together, 1 to 1000000 (50000)
          --Storage:BatchEntries N      entries of one write, 1 to 50000 (4000)
          --Storage:DownLimitSeconds N  a database that does not answer is tried so long, 0.1 to 60 (10)
          --Storage:LockedHeadLimitSeconds N  a hall waits so long for its locked head, 0.1 to 60 (5)
          --Storage:StatementLimitSeconds N   a PostgreSQL statement may take so long, 1 to 60 (5)
          --Network:File FILE|sample    load this network of halls; needed once on PostgreSql
          --roles silo|hub|silo,hub     only hold halls, only be their doors, or both (both)
          --Cluster:Node NAME           steady name of this node (machine's name and silo port)
          --Cluster:Address IP          where other nodes reach it (loopback; with open doors the first address)
          --Cluster:SiloPort N          0 takes a free one, up to 65535 (11111 on PostgreSql, else 0)
          --Cluster:GatewayPort N       the same (30000 on PostgreSql, else 0)
          --Cluster:DrainSeconds N      from "not ready" to the stop, 0 to 60 (0)
          --Voice:Path FOLDER           recorded clips instead of the built-in voice
          --Telemetry:Metrics WORD      who may read /metrics: off, loopback or open (loopback)
          --Telemetry:Otlp URL          send metrics and traces there, for example http://collector:4318 (nowhere)
          --Telemetry:TraceRatio N      part of the requests that are traced, 0 to 1; with Otlp (0.01)
          --Telemetry:Dashboard WORD    the page /ops/orleans, for this machine only: on, calls or off (on)
          --Logging:Format simple|json  how the console shows the log (simple)
          --demo [PACE]                 sample citizens and clerks, 1x to 60x (1x)
          --help, --version

        More: docs/operations.md
        """;

    public static int Print(TextWriter output)
    {
        output.WriteLine(Text);
        return YihaoProgram.Done;
    }

    public static int PrintVersion(TextWriter output)
    {
        var version = typeof(Usage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
        output.WriteLine(version.InformationalVersion);
        return YihaoProgram.Done;
    }

    public static int Unknown(string word, TextWriter error)
    {
        error.WriteLine($"'{word}' is not a command: migrate, verify, restored, network check FILE, "
            + "or options alone to serve. See --help.");
        return YihaoProgram.WrongUse;
    }
}
