using System.Diagnostics;

namespace Yihao.Tests.Shared;

/// <summary>
/// A real PostgreSQL cluster of its own, made from the installed binaries: on loopback, on a free port, in a temporary
/// folder, with fsync and synchronous_commit on. Gone when it is disposed of, and also when the test process dies.
/// PostgreSQL refuses to run as root, so root runs it as the user postgres.
/// </summary>
public sealed class ThrowawayPostgres : IAsyncDisposable
{
    private static readonly string _bin = FindBinaries();
    private readonly string _folder;
    private readonly Process _guard;

    private ThrowawayPostgres(string folder, int port, Process guard)
    {
        _folder = folder;
        _guard = guard;
        Port = port;
    }

    /// <summary>The folder of PostgreSQL's own programs.</summary>
    public static string Binaries => _bin;

    public int Port { get; }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}";

    /// <param name="settings">Further lines of postgresql.conf; the last one of a name counts.</param>
    /// <exception cref="InvalidOperationException">
    /// It does not start, or does not write each commit to the disk: what is tested or measured then would be worth
    /// nothing.
    /// </exception>
    public static async Task<ThrowawayPostgres> Start(params IEnumerable<string> settings)
    {
        var folder = Path.Combine(Path.GetTempPath(), "yihao-pg-" + Guid.NewGuid().ToString("N")[..12]);
        var port = FreePort.Find();
        await Run($"mkdir -m 700 {folder}", asRoot: true);
        if (IsRoot)
            await Run($"chown postgres {folder}", asRoot: true);
        // Ends with its input, whatever ended this process, and takes the cluster with it.
        var guard = Shell($"cat >/dev/null; {_bin}/pg_ctl -D {folder}/data -m immediate stop; rm -rf {folder}");
        var postgres = new ThrowawayPostgres(folder, port, guard);
        await Run($"{_bin}/initdb -D {folder}/data -U postgres -A trust -E UTF8 --locale=C --no-sync");
        await File.WriteAllTextAsync(
            $"{folder}/settings",
            $"listen_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = ''\nmax_connections = 200\n"
            + string.Concat(settings.Select(line => line + "\n")));
        await Run($"cat {folder}/settings >> {folder}/data/postgresql.conf");
        await postgres.StartServer();
        if (await postgres.WritesEachCommit())
            return postgres;
        await postgres.DisposeAsync();
        throw new InvalidOperationException("The server has fsync or synchronous_commit off.");
    }

    /// <summary>Starts the server again and waits until it answers.</summary>
    public Task StartServer() => Run($"{_bin}/pg_ctl -D {_folder}/data -l {_folder}/log -w -t 60 start");

    /// <summary>Stops the server as a crash would: no connection is told, recovery follows at the next start.</summary>
    public Task StopServer() => Run($"{_bin}/pg_ctl -D {_folder}/data -m immediate -w stop");

    /// <summary>Runs one of PostgreSQL's own programs, such as pg_dump, against this server.</summary>
    public Task Tool(string program, string arguments) =>
        Run($"{_bin}/{program} -h 127.0.0.1 -p {Port} -U postgres {arguments}", asRoot: true);

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    /// <summary>What the server itself says, whatever the settings or its installation have made of it.</summary>
    private async Task<bool> WritesEachCommit()
    {
        const string Durable = "select current_setting('fsync') || current_setting('synchronous_commit') = 'onon'";
        return await ExitCode(
            $"{_bin}/psql -X -h 127.0.0.1 -p {Port} -U postgres -Atc \"{Durable}\" | grep -qx t", asRoot: true) == 0;
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static async Task Run(string command, bool asRoot = false)
    {
        if (await ExitCode(command, asRoot) is not 0 and var code)
            throw new InvalidOperationException($"{command} ended with {code}");
    }

    private static async Task<int> ExitCode(string command, bool asRoot = false)
    {
        using var process = Shell(command, asRoot);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    // Output goes nowhere: a server that is started would keep a pipe open.
    private static Process Shell(string command, bool asRoot = false)
    {
        var line = $"( {command} ) >/dev/null 2>&1";
        string[] arguments = IsRoot && !asRoot
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "sh", "-c", line]
            : ["sh", "-c", line];
        return Process.Start(new ProcessStartInfo(arguments[0], arguments[1..])
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        })!;
    }

    private static string FindBinaries()
    {
        const string Installed = "/usr/lib/postgresql";
        var versions = Directory.Exists(Installed) ? Directory.GetDirectories(Installed) : [];
        var newest = versions
            .Where(version => File.Exists($"{version}/bin/initdb"))
            .MaxBy(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0);
        return newest is null
            ? throw new InvalidOperationException($"No PostgreSQL under {Installed}: install the package postgresql.")
            : newest + "/bin";
    }
}
