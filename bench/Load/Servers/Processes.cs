using System.Globalization;
using Npgsql;
using Yihao.Bench.Shared;

namespace Yihao.Load.Servers;

/// <summary>The three sides of a run on this machine, and the processor time that each has used.</summary>
/// <param name="Server">Process id; null when it is not on this machine.</param>
/// <param name="Postgres">Of the server process above all connections; null when it is not known.</param>
internal sealed record Processes(int? Server, int? Postgres)
{
    /// <param name="database">Null: nothing is known of it.</param>
    public static async Task<Processes> Find(Uri server, string? database) =>
        new(ListenerAt(server.Port), database is null ? null : await PostgresOf(database));

    public Used Read() => new(
        ProcessorTime.Of(Environment.ProcessId),
        Server is { } server ? ProcessorTime.Of(server) : null,
        Postgres is { } postgres ? ProcessorTime.OfFamily(postgres) : null);

    private static async Task<int?> PostgresOf(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select pg_backend_pid()");
        var status = $"/proc/{await command.ExecuteScalarAsync()}/status";
        if (!File.Exists(status))
            return null;
        var parent = File.ReadLines(status).First(line => line.StartsWith("PPid:", StringComparison.Ordinal));
        return int.Parse(parent["PPid:".Length..], CultureInfo.InvariantCulture);
    }

    /// <summary>Who listens at the port: from the sockets of /proc/net/tcp to open files of processes.</summary>
    private static int? ListenerAt(int port)
    {
        const string Listening = "0A";
        var local = $":{port:X4}";
        string[] tables = ["/proc/net/tcp", "/proc/net/tcp6"];
        var inode = tables.Where(File.Exists).SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(f => f[1].EndsWith(local, StringComparison.Ordinal) && f[3] == Listening)?[9];
        if (inode is null)
            return null;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process)
                && Holds(folder, $"socket:[{inode}]"))
                return process;
        }

        return null;
    }

    private static bool Holds(string process, string socket)
    {
        try
        {
            return Directory.EnumerateFiles(process + "/fd").Any(f => new FileInfo(f).LinkTarget == socket);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            // Somebody else's, or ended in between.
            return false;
        }
    }
}

/// <summary>Milliseconds of processor time; null where it is not known.</summary>
internal sealed record Used(long Client, long? Server, long? Postgres)
{
    public Used Since(Used before) =>
        new(Client - before.Client, Server - before.Server, Postgres - before.Postgres);
}
