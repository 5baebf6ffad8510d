using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Ports;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Checking.Recording;

/// <summary>The real program on SQLite, in a folder that goes with it.</summary>
internal sealed class CheckedServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly string _folder = Directory.CreateTempSubdirectory("yihao-checked-").FullName;
    private readonly ProgramProcess _program;

    private CheckedServer(string network)
    {
        File.WriteAllText(Path.Combine(_folder, "network.json"), network);
        string[] options =
        [
            "--urls", Address.ToString().TrimEnd('/'), "--Storage:Path", Data,
            "--Network:File", Path.Combine(_folder, "network.json"),
        ];
        _program = new ProgramProcess(_folder, options, static _ => { });
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    private string Data => Path.Combine(_folder, "data");

    public static async Task<CheckedServer> Start(string network)
    {
        var server = new CheckedServer(network);
        await server.StartAgain();
        return server;
    }

    public async Task StartAgain()
    {
        _program.Start();
        await Ready();
    }

    public Task Kill() => _program.Kill();

    /// <summary>What it left behind; it must have been killed.</summary>
    public async Task<IReadOnlyList<HallLedger>> Ledgers()
    {
        await using var services = new ServiceCollection()
            .AddYihaoStorage(new StorageOptions { Path = Data })
            .BuildServiceProvider();
        return await HallLedger.ReadAll(
            services.GetRequiredService<ILedger>(), services.GetRequiredService<LedgerVerifier>());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_program.HasEnded)
            await Kill();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var limit = new CancellationTokenSource(StartLimit);
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/healthz/ready", limit.Token);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(Look, limit.Token);
        }
    }
}
