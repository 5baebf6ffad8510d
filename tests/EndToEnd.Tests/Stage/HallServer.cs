using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>
/// The built program as a process of its own with a real database in a temporary folder, so that it can be killed,
/// frozen and started again on the same port and data.
/// </summary>
public class HallServer : IAsyncLifetime
{
    // Below the ports that connections go out from: a port must stay free while its server is down.
    private const int LowestPort = 20_000;
    private const int HighestPort = 32_000;

    private readonly string folder = Directory.CreateTempSubdirectory("yihao-e2e-").FullName;
    private readonly ConcurrentQueue<string> log = new();
    private readonly IReadOnlyList<string> options;
    private Process? process;

    public HallServer()
        : this([])
    {
    }

    /// <param name="options">Of the program, besides its address and its data.</param>
    private protected HallServer(IReadOnlyList<string> options)
    {
        this.options = options;
        Url = $"http://127.0.0.1:{FreePort()}";
        Http = new HttpClient { BaseAddress = new Uri(Url), Timeout = Limits.Patience };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process?.Kill();
    }

    public string Url { get; }

    public HttpClient Http { get; }

    /// <summary>What the program has written so far, over all its lives.</summary>
    public IEnumerable<string> Log => log;

    public async ValueTask InitializeAsync() => await Start();

    /// <summary>Starts the program and waits until it is ready.</summary>
    public async Task Start()
    {
        log.Enqueue($"--- started at {DateTime.UtcNow:HH:mm:ss.fff}");
        string[] all = ["--urls", Url, "--Storage:Path", folder, .. options];
        var started = Process.Start(new ProcessStartInfo(Program(), all)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        started.OutputDataReceived += Keep;
        started.ErrorDataReceived += Keep;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        process = started;
        await Limits.Until($"{Url} ready", IsReady, TimeSpan.FromSeconds(60));
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

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await Kill();
        Http.Dispose();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task Ended(string how)
    {
        await process!.WaitForExitAsync().WaitAsync(Limits.Patience);
        process.Dispose();
        process = null;
        log.Enqueue($"--- {how} at {DateTime.UtcNow:HH:mm:ss.fff}");
    }

    private async Task Signal(string signal)
    {
        using var shell = Process.Start("sh", ["-c", $"kill -{signal} {process!.Id}"]);
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }

    private async Task<bool> IsReady()
    {
        if (process!.HasExited)
            throw new InvalidOperationException($"the server ended by itself:\n{string.Join('\n', log)}");
        try
        {
            using var answer = await Http.GetAsync("/healthz/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            log.Enqueue(text);
    }

    /// <summary>Built with the same configuration as the tests.</summary>
    private static string Program()
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Yihao.Silo", configuration, "yihao"));
    }

    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(LowestPort, HighestPort));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }
}
