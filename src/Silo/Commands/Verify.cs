using Yihao.Silo.Composition;
using Yihao.Storage;

namespace Yihao.Silo.Commands;

/// <summary>Checks every hall's ledger and says what it found, hall by hall; may run beside a working server.</summary>
internal static class Verify
{
    public static async Task<int> Run(string[] options, TextWriter output)
    {
        var storage = Settings.Read(options).Storage;
        if (storage.Provider == StorageProvider.Sqlite && !Directory.Exists(storage.Path))
            throw new WrongSettingException($"Storage:Path is {storage.Path}: there is no such folder");
        Database.Prepare(storage);
        await using var services = new ServiceCollection().AddYihaoStorage(storage).BuildServiceProvider();
        var verifier = services.GetRequiredService<LedgerVerifier>();
        var (halls, entries, faults) = (0, 0L, 0);
        await foreach (var report in verifier.VerifyAll(CancellationToken.None))
        {
            output.WriteLine($"{report.Hall}: {report.Entries} entries, {Words(report.Findings.Count)}");
            foreach (var finding in report.Findings)
                output.WriteLine($"  {finding.Hall} entry {finding.Seq}: {finding.Fault}");
            (halls, entries, faults) = (halls + 1, entries + report.Entries, faults + report.Findings.Count);
        }

        output.WriteLine($"{halls} halls, {entries} entries: {Words(faults)}");
        return faults == 0 ? YihaoProgram.Done : YihaoProgram.Failed;
    }

    private static string Words(int faults) => faults switch
    {
        0 => "whole",
        1 => "1 fault",
        _ => $"{faults} faults",
    };
}
