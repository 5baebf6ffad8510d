using System.Diagnostics;
using System.Text.Json;
using Yihao.Tests.Shared;

namespace Yihao.EndToEnd.Tests;

/// <summary>The load program as people run it.</summary>
public sealed class LoadProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("'fly' is no scenario", "fly", "--start")]
    [InlineData("Say either --start or --address URL.", "lives")]
    [InlineData("Say either --start or --address URL.", "lives", "--start", "--address", "http://127.0.0.1:1")]
    [InlineData("--callers is 0: it must be 1 to 4096.", "lives", "--start", "--callers", "0")]
    [InlineData("--rate needs a value.", "lives", "--start", "--rate")]
    [InlineData("--target is mine: it must be one of yihao, baseline.", "lives", "--start", "--target", "mine")]
    [InlineData("'--fast' is not an option", "lives", "--start", "--fast")]
    [InlineData("fanout is for the target yihao.", "fanout", "--start", "--target", "baseline")]
    [InlineData("failover kills what it has started: say --start.", "failover", "--address", "http://127.0.0.1:1")]
    public async Task A_wrong_option_is_named_before_anything_starts(string said, params string[] options)
    {
        var (code, _, error) = await Run(options);
        Assert.Equal(2, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yihao", "--callers", "4")]
    [InlineData("yihao", "--rate", "20")]
    [InlineData("baseline", "--callers", "4")]
    public async Task Lives_come_to_their_end_and_nothing_is_lost(string target, params string[] load)
    {
        var file = Path.GetTempFileName();
        try
        {
            var (code, output, error) = await Run([
                "lives", "--start", "--target", target, "--halls", "2", "--seconds", "2", "--warm-up", "0",
                "--json", file, .. load]);
            Assert.True(code == 0, output + error);
            var figures = JsonElement.Parse(await File.ReadAllTextAsync(file));
            Assert.True(figures.GetProperty("lives").GetInt64() > 0, output);
            Assert.Equal(0, figures.GetProperty("faults").GetArrayLength());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(int Code, string Output, string Error)> Run(IReadOnlyList<string> options)
    {
        using var process = Process.Start(
            new ProcessStartInfo(ProgramProcess.Program("Yihao.Load", "load"), options)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output, await error);
    }
}
