using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Yihao.Grains.Ports;
using Yihao.Storage.Pump;

namespace Yihao.Storage.Sqlite;

/// <summary>
/// The one thread that writes the ledger's file, because Microsoft.Data.Sqlite blocks the thread that calls it.
/// Everything that waits goes into one transaction.
/// </summary>
internal sealed class SqliteThread : IDisposable
{
    private const int WaitingJobs = 1_024;
    private const int JobsPerTransaction = 256;

    private readonly Channel<SqliteJob> _jobs = Channel.CreateBounded<SqliteJob>(
        new BoundedChannelOptions(WaitingJobs) { SingleReader = true });

    private readonly ManualResetEventSlim _closing = new();
    private readonly string _connectionString;
    private readonly ILogger _log;
    private readonly Outage _outage;
    private readonly Thread _thread;
    private SqliteStatements? _statements;

    public SqliteThread(StorageOptions options, TimeProvider time, ILogger log)
    {
        _connectionString = SqliteFiles.WriterConnection(options);
        _log = log;
        _outage = new Outage(options.DownLimit, time, log);
        _thread = new Thread(Work) { IsBackground = true, Name = "ledger-writer" };
        _thread.Start();
    }

    /// <summary>
    /// Runs the work in a transaction, more than once if the database fails; ends when it is durable.
    /// </summary>
    /// <exception cref="LedgerUnavailableException">It did not become durable within the limit.</exception>
    public async Task Do(Action<SqliteStatements> work, CancellationToken cancellation)
    {
        var job = new SqliteJob(work);
        try
        {
            await _jobs.Writer.WriteAsync(job, cancellation);
        }
        catch (ChannelClosedException)
        {
            throw new LedgerUnavailableException("The storage is closed.");
        }

        await job.Durable.WaitAsync(cancellation);
    }

    /// <summary>Does what was accepted, then ends the thread.</summary>
    public void Dispose()
    {
        if (!_jobs.Writer.TryComplete())
            return;
        _closing.Set();
        _thread.Join();
        _statements?.Dispose();
        _closing.Dispose();
    }

    private void Work()
    {
        var jobs = new List<SqliteJob>();
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (jobs.Count < JobsPerTransaction && _jobs.Reader.TryRead(out var job))
                jobs.Add(job);
            var failure = UntilDurable(jobs);
            foreach (var job in jobs)
                job.End(failure);
            jobs.Clear();
        }
    }

    private string? UntilDurable(List<SqliteJob> jobs)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                Transact(_statements ??= new SqliteStatements(_connectionString), jobs);
                _outage.Over();
                return null;
            }
            catch (Exception exception) when (exception is SqliteException or IOException)
            {
                // A fresh connection has no transaction left open, whatever state the failure left the old one in.
                _statements?.Dispose();
                _statements = null;
                if (!_outage.MayTryAgain(exception.Message))
                    return exception.Message;
                _closing.Wait(Backoff.After(tries));
            }
            catch (Exception exception)
            {
                // Nothing that is expected; but without its thread the storage would be silent for ever.
                _log.WriterBroke(exception);
                _statements?.Dispose();
                _statements = null;
                return "the writer broke: " + exception.GetType().Name;
            }
        }
    }

    private static void Transact(SqliteStatements statements, List<SqliteJob> jobs)
    {
        statements.Run("begin immediate");
        foreach (var job in jobs)
            job.Try(statements);
        statements.Run("commit");
    }
}
