using System.Data.Common;
using System.Net.Sockets;
using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>The database before anything works with it: there, reachable, and up to date.</summary>
internal static class Database
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>As <see cref="Prepare"/>, but a server that is not up yet is waited for.</summary>
    /// <param name="patience">How long.</param>
    /// <exception cref="WrongSettingException">It cannot be used; the message says why.</exception>
    public static async Task PrepareWhenUp(StorageOptions storage, TimeSpan patience, TextWriter output)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var said = false;
        while (true)
        {
            try
            {
                Prepare(storage);
                return;
            }
            catch (WrongSettingException wrong) when (
                IsNotUp(wrong.InnerException) && TimeProvider.System.GetElapsedTime(begun) < patience)
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

    /// <exception cref="WrongSettingException">It cannot be used; the message says why.</exception>
    public static void Prepare(StorageOptions storage)
    {
        try
        {
            StorageSchema.Migrate(storage);
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
