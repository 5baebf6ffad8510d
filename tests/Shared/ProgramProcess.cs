using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Yihao.Tests.Shared;

/// <summary>
/// The built program as a process of its own, so that it can be killed, frozen, asked to end, and started again with
/// the same options. It dies with the test process when that ends in an orderly way.
/// </summary>
/// <param name="folder">Where it runs.</param>
/// <param name="options">Of its command line.</param>
/// <param name="keep">Gets each line that it writes, over all its lives; from any thread.</param>
public sealed class ProgramProcess(string folder, IReadOnlyList<string> options, Action<string> keep)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // .NET 10 ends at SIGTERM without a word: what was started would go on alone.
    private static readonly PosixSignalRegistration Terminated =
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Environment.Exit(EndedBySigterm));

    private const int EndedBySigterm = 128 + 15;

    private Process? process;

    /// <summary>What is started. Default: Yihao.</summary>
    public string Executable { get; init; } = Program();

    /// <summary>Of the process; of its last life once it has ended.</summary>
    public int Id => process!.Id;

    public bool HasEnded => process is null or { HasExited: true };

    /// <summary>Of its last life; once it has ended.</summary>
    public int ExitCode => process!.ExitCode;

    public void Start()
    {
        process?.Dispose();
        GC.KeepAlive(Terminated);
        Note("started");
        var started = Process.Start(new ProcessStartInfo(Executable, options)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => KillIfAlive(started);
        started.OutputDataReceived += Keep;
        started.ErrorDataReceived += Keep;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        process = started;
    }

    /// <summary>As kill -9 does it: nobody is told, nothing is finished.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await Ended("killed");
    }

    /// <summary>As an update does it: the program is asked to end, and ends.</summary>
    public async Task Stop()
    {
        await Signal("TERM");
        await Ended("stopped");
    }

    /// <summary>The process stands still with all its connections open, as a machine does that hangs.</summary>
    public Task Freeze() => Signal("STOP");

    public Task Thaw() => Signal("CONT");

    private async Task Ended(string how)
    {
        await process!.WaitForExitAsync().WaitAsync(Patience);
        Note($"{how}, exit code {process.ExitCode}");
    }

    private async Task Signal(string signal)
    {
        Note($"signal {signal}");
        using var shell = Process.Start("sh", ["-c", $"kill -{signal} {process!.Id}"]);
        await shell.WaitForExitAsync();
        if (shell.ExitCode != 0 && !process.HasExited)
            throw new InvalidOperationException($"kill -{signal} ended with {shell.ExitCode}");
    }

    private void Note(string what) => keep($"--- {what} at {DateTime.UtcNow:HH:mm:ss.fff}");

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            keep(text);
    }

    private static void KillIfAlive(Process started)
    {
        try
        {
            started.Kill();
        }
        catch (InvalidOperationException)
        {
            // Ended or disposed of: it was a former life.
        }
    }

    public static string Program() => Program("Yihao.Silo", "yihao");

    /// <summary>Built with the same configuration as the program that asks.</summary>
    public static string Program(string project, string name)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../..", project, configuration, name));
    }
}
