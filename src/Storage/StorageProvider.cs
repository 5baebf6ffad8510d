namespace Yihao.Storage;

/// <summary>Which database the ledger and Orleans' tables are in.</summary>
public enum StorageProvider
{
    /// <summary>Two files under <see cref="StorageOptions.Path"/>: nothing to install.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database, shared by all silos; the ledger may be split over several.</summary>
    PostgreSql,
}
