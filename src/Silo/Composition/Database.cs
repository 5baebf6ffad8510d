using System.Data.Common;
using System.Net.Sockets;
using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>The database before anything works with it: there, reachable, and up to date.</summary>
internal static class Database
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>
    /// As <see cref="Prepare"/>, but a server that is not up yet is waited for; after that a known further database of
    /// the ledger is done without.
    /// </summary>
    /// <param name="patience">How long.</param>
    /// <exception cref="WrongSettingException">It cannot be used; the message says why.</exception>
    public static async Task PrepareWhenUp(StorageOptions storage, TimeSpan patience, TextWriter output)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var said = false;
        while (true)
        {
            var patient = TimeProvider.System.GetElapsedTime(begun) < patience;
            try
            {
                foreach (var place in Prepare(storage, withoutSilent: !patient))
                    output.WriteLine($"Storage:Ledgers:{place} does not answer: its counties wait until it does.");
                return;
            }
            catch (WrongSettingException wrong) when (patient && IsNotUp(wrong.InnerException))
            {
                if (!said)
                {
                    output.WriteLine(
                        $"Waiting up to {patience.TotalSeconds} s for the database: {wrong.InnerException!.Message}");
                }

                said = true;
            }

            await Task.Delay(BetweenTries);
        }
    }

    private static bool IsNotUp(Exception? failure) =>
        failure is SocketException or DbException { IsTransient: true } || failure?.InnerException is SocketException;

    /// <inheritdoc cref="StorageSchema.Migrate"/>
    /// <exception cref="WrongSettingException">It cannot be used; the message says why.</exception>
    public static IReadOnlyList<int> Prepare(StorageOptions storage, bool withoutSilent = false)
    {
        try
        {
            return StorageSchema.Migrate(storage, withoutSilent);
        }
        catch (WrongLedgersException wrong)
        {
            throw new WrongSettingException(wrong.Message, wrong);
        }
        catch (Exception failure) when (failure is DbException or SocketException or ArgumentException
                                            or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            var where = storage.Provider == StorageProvider.Sqlite
                ? $"Storage:Path is {storage.Path}"
                : "Storage:ConnectionString";
            throw new WrongSettingException(
                $"{where}: the {storage.Provider} database cannot be used. {failure.Message}", failure);
        }
    }
}
