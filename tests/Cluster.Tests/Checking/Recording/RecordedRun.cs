using Yihao.Cluster.Tests.Checking.Evidence;

namespace Yihao.Cluster.Tests.Checking.Recording;

/// <summary>A clean run of the real program, recorded once for all tests that plant something in a copy.</summary>
public sealed class RecordedRun : IAsyncLifetime
{
    public IReadOnlyList<Note> Notes { get; private set; } = [];

    public IReadOnlyList<HallLedger> Ledgers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var server = await CheckedServer.Start(CheckedCounty.Text);
        await using (var recorder = new Recorder(server.Address))
        {
            await new Script(recorder).Play();
            Notes = recorder.History.Notes;
        }

        await server.Kill();
        Ledgers = await server.Ledgers();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>Tests that share the one recorded run.</summary>
[CollectionDefinition]
public sealed class OneRecording : ICollectionFixture<RecordedRun>;
