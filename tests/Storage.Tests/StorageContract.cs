namespace Yihao.Storage.Tests;

/// <summary>What all suites share: a database of its own for each test.</summary>
public abstract class StorageContract(TestDatabase database) : IAsyncLifetime
{
    protected const string Hall = "450521";

    /// <summary>How long anything may take before a test gives up.</summary>
    protected static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    protected TestDatabase Database => database;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await database.Make();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
