using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Ports;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Checking.Recording;

/// <summary>A clean run of the real program, recorded once for all tests that plant something in a copy.</summary>
public sealed class RecordedRun : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    public IReadOnlyList<Note> Notes { get; private set; } = [];

    public IReadOnlyList<HallLedger> Ledgers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("yihao-checked-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "network.json"), CheckedCounty.Text);
            await Record(folder);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task Record(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var data = Path.Combine(folder, "data");
        string[] options =
        [
            "--urls", address.ToString().TrimEnd('/'), "--Storage:Path", data,
            "--Network:File", Path.Combine(folder, "network.json"),
        ];
        var server = new ProgramProcess(folder, options, static _ => { });
        server.Start();
        try
        {
            await Ready(address);
            await using var recorder = new Recorder(address);
            await new Script(recorder).Play();
            Notes = recorder.History.Notes;
        }
        finally
        {
            await server.Kill();
        }

        await using var services = new ServiceCollection()
            .AddYihaoStorage(new StorageOptions { Path = data })
            .BuildServiceProvider();
        Ledgers = await HallLedger.ReadAll(
            services.GetRequiredService<ILedger>(), services.GetRequiredService<LedgerVerifier>());
    }

    private static async Task Ready(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
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

            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }
}

/// <summary>Tests that share the one recorded run.</summary>
[CollectionDefinition]
public sealed class OneRecording : ICollectionFixture<RecordedRun>;
