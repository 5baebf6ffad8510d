using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>
/// Keeps a second server off the same SQLite folder: the ledger's fence would keep both of them right, and neither of
/// them useful. Gone with the process, however it ends.
/// </summary>
internal sealed class StorageLock : IDisposable
{
    private readonly FileStream? file;

    /// <exception cref="WrongSettingException">Another server works in this folder, or it cannot be
    /// written.</exception>
    public StorageLock(StorageOptions storage)
    {
        if (storage.Provider != StorageProvider.Sqlite)
            return;
        try
        {
            Directory.CreateDirectory(storage.Path);
            file = new FileStream(
                Path.Combine(storage.Path, "yihao.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException(
                $"Storage:Path is {storage.Path}: it cannot be written, or another server works there: "
                + $"stop that one, or choose another folder. ({failure.Message})", failure);
        }
    }

    public void Dispose() => file?.Dispose();
}
