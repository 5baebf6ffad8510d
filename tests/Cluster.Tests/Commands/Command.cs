using System.Diagnostics;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Commands;

/// <summary>A command of the program, run as somebody at a terminal runs it.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The options that name the database.</summary>
    public static string[] On(string connectionString) =>
        ["--Storage:Provider", nameof(StorageProvider.PostgreSql), "--Storage:ConnectionString", connectionString];

    /// <summary>What it said, both ways; it must end well.</summary>
    public static async Task<string> Run(string command, string connectionString)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var process = Process.Start(
            new ProcessStartInfo(ProgramProcess.Program(), [command, .. On(connectionString)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        var said = await output + await error;
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}:\n{said}");
        return said;
    }
}
