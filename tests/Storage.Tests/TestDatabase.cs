using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yihao.Grains.Ports;

namespace Yihao.Storage.Tests;

/// <summary>A fresh, migrated database for one test, and the storage of one or more processes on it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly List<ServiceProvider> _processes = [];

    public abstract StorageOptions Options { get; }

    public abstract Task Make();

    /// <summary>What the storage logged, of all processes.</summary>
    internal LogLines Log { get; } = new();

    /// <summary>What another process would have on the same database.</summary>
    public ServiceProvider Process(StorageOptions? options = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddYihaoStorage(options ?? Options);
        var process = services.BuildServiceProvider();
        _processes.Add(process);
        return process;
    }

    public ILedger Ledger(StorageOptions? options = null) => Process(options).GetRequiredService<ILedger>();

    public LedgerVerifier Verifier() => Process().GetRequiredService<LedgerVerifier>();

    /// <summary>A connection past the storage, to change and to look at rows.</summary>
    public abstract Task<DbConnection> Connect();

    public async Task<int> Execute(string sql)
    {
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task Close()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        _processes.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        await Remove();
        GC.SuppressFinalize(this);
    }

    protected abstract Task Remove();
}
