using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>The section <c>Storage</c> of the configuration: what <see cref="StorageOptions"/> says of each.</summary>
internal static class StorageSettings
{
    public static StorageOptions Read(SettingReader settings)
    {
        var usual = new StorageOptions();
        return usual with
        {
            Provider = ProviderOf(settings, usual.Provider),
            Path = settings["Storage:Path"] ?? usual.Path,
            ConnectionString = settings["Storage:ConnectionString"] ?? usual.ConnectionString,
            Ledgers = LedgersOf(settings),
            Writers = settings.Number("Storage:Writers", usual.Writers, 1, 16),
            HallPendingEntries = settings.Number("Storage:HallPendingEntries", usual.HallPendingEntries, 1, 100_000),
            PumpPendingEntries = settings.Number("Storage:PumpPendingEntries", usual.PumpPendingEntries, 1, 1_000_000),
            BatchEntries = settings.Number("Storage:BatchEntries", usual.BatchEntries, 1, 50_000),
            DownLimit = settings.Seconds("Storage:DownLimitSeconds", usual.DownLimit, 0.1, 60),
            LockedHeadLimit = settings.Seconds("Storage:LockedHeadLimitSeconds", usual.LockedHeadLimit, 0.1, 60),
            StatementLimit = settings.Seconds("Storage:StatementLimitSeconds", usual.StatementLimit, 1, 60),
        };
    }

    private static StorageProvider ProviderOf(SettingReader settings, StorageProvider usual)
    {
        if (settings["Storage:Provider"] is not { } provider)
            return usual;
        if (Enum.TryParse<StorageProvider>(provider, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed))
            return parsed;
        settings.Refuse("Storage:Provider", "one of Sqlite, PostgreSql");
        return usual;
    }

    /// <summary>Up to the last one that is set: one that is left out shows as empty.</summary>
    private static List<string> LedgersOf(SettingReader settings)
    {
        var last = Enumerable.Range(1, StorageOptions.MostLedgers)
            .LastOrDefault(place => settings[$"Storage:Ledgers:{place}"] is not null);
        return [.. Enumerable.Range(1, last).Select(place => settings[$"Storage:Ledgers:{place}"] ?? "")];
    }
}
