using System.Data.Common;
using System.Net.Sockets;
using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>The database before anything works with it: there, reachable, and up to date.</summary>
internal static class Database
{
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
