using Npgsql;
using Yihao.Grains.Ports;
using Yihao.Storage.Pump;

namespace Yihao.Storage.PostgreSql;

/// <summary>Queries through the pool, tried again while the database is away. Each may run more than once.</summary>
internal sealed class PostgreSqlQueries(StorageOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(PostgreSqlConnections.Pooled(options));

    /// <exception cref="LedgerUnavailableException">The database refused it, or did not answer within the
    /// limit.</exception>
    public async Task<IReadOnlyList<T>> Rows<T>(
        string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellation, params object[] parameters)
    {
        var start = time.GetTimestamp();
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await Try(sql, row, parameters, cancellation);
            }
            catch (Exception exception) when (PostgreSqlFailure.Refuses(exception))
            {
                throw new LedgerUnavailableException(
                    "The database refused it: " + PostgreSqlFailure.Reason(exception));
            }
            catch (Exception exception) when (PostgreSqlFailure.IsOutage(exception))
            {
                if (time.GetElapsedTime(start) >= options.DownLimit)
                    throw new LedgerUnavailableException(
                        "The database does not answer: " + PostgreSqlFailure.Reason(exception));
            }

            await Task.Delay(Backoff.After(tries), time, cancellation);
        }
    }

    /// <summary>One try of the smallest query.</summary>
    public async Task<bool> Answers(TimeSpan limit, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(limit);
        try
        {
            return (await Try("select 1", row => row.GetInt32(0), [], timeout.Token)).Count == 1;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (PostgreSqlFailure.IsOutage(exception))
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>Not in the turn of a grain that waits: the connection is free again when the rows are here.</summary>
    private async Task<IReadOnlyList<T>> Try<T>(
        string sql, Func<NpgsqlDataReader, T> row, object[] parameters, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            rows.Add(row(reader));
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        return rows;
    }
}
