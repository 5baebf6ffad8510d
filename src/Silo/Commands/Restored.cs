using Yihao.Silo.Composition;
using Yihao.Storage;

namespace Yihao.Silo.Commands;

/// <summary>
/// Once after a restore, before the first start: screens and pages that saw more than the backup holds begin anew.
/// </summary>
internal static class Restored
{
    public static async Task<int> Run(string[] options, TextWriter output)
    {
        var storage = Settings.Read(options).Storage;
        Database.Prepare(storage);
        await using var services = new ServiceCollection().AddYihaoStorage(storage).BuildServiceProvider();
        var halls = await services.GetRequiredService<RestoredLedgers>().Renew(CancellationToken.None);
        output.WriteLine($"{halls} ledgers have a new id: every screen takes a fresh picture.");
        return YihaoProgram.Done;
    }
}
