using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yihao.Grains.Ports;
using Yihao.Storage.PostgreSql;
using Yihao.Storage.Sqlite;

namespace Yihao.Storage;

/// <summary>Composition of the storage.</summary>
public static class StorageServices
{
    /// <summary>
    /// Registers <see cref="ILedger"/>, <see cref="INetworkStore"/>, <see cref="ILedgerHealth"/>,
    /// <see cref="IImagePacking"/>, <see cref="LedgerVerifier"/>, <see cref="RestoredLedgers"/>,
    /// <see cref="OrleansDatabase"/> and the options, each once per process. Nothing is opened before it is used; run
    /// <see cref="StorageSchema.Migrate"/> first. On PostgreSQL a registered <see cref="SiloMark"/> is looked up
    /// whenever a hall is opened.
    /// </summary>
    /// <exception cref="ArgumentException">A setting is wrong; the message holds every mistake.</exception>
    public static IServiceCollection AddYihaoStorage(this IServiceCollection services, StorageOptions options)
    {
        options.EnsureRight();
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton(OrleansDatabase.Of(options));
        services.AddSingleton<ILedgerStore>(Store);
        services.AddSingleton<ILedger>(provider => provider.GetRequiredService<ILedgerStore>());
        services.AddSingleton<INetworkStore>(provider => provider.GetRequiredService<ILedgerStore>());
        services.AddSingleton<ILedgerHealth>(provider => provider.GetRequiredService<ILedgerStore>());
        services.AddSingleton<IImagePacking, ImagePacking>();
        services.AddSingleton(provider => new LedgerVerifier(provider.GetRequiredService<ILedgerStore>()));
        services.AddSingleton(provider => new RestoredLedgers(provider.GetRequiredService<ILedgerStore>()));
        return services;
    }

    private static ILedgerStore Store(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<StorageOptions>();
        // Not the registered clock: pauses and limits are about a real database, also where a test moves the hall's
        // time.
        var time = TimeProvider.System;
        if (options.Provider == StorageProvider.Sqlite)
            return new SqliteLedger(options, time, provider.GetRequiredService<ILogger<SqliteLedger>>());
        var self = provider.GetService<SiloMark>() ?? SiloMark.None;
        var log = provider.GetRequiredService<ILogger<PostgreSqlLedger>>();
        var main = new PostgreSqlLedger(options, self, time, log);
        if (options.Ledgers.Count == 0)
            return main;
        var further = Enumerable.Range(1, options.Ledgers.Count)
            .Select(place => new PostgreSqlLedger(options.At(place), self, time, log));
        return new SplitLedger([main, .. further], new CountyPlaces(options, time));
    }
}
