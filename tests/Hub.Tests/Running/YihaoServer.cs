using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Yihao.Hub.Tests.Running;

/// <summary>The real program in a process of its own, on SQLite in a folder that goes with the test.</summary>
public sealed class YihaoServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("yihao-hub-tests-").FullName;
    private readonly string[] options;
    private readonly StringBuilder output = new();
    private Process? process;

    private YihaoServer(string[] options)
    {
        this.options = options;
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");
        Http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Ready when it returns.</summary>
    public static async Task<YihaoServer> Start(params string[] options)
    {
        var server = new YihaoServer(options);
        await server.StartAgain();
        return server;
    }

    /// <summary>On the same data and the same port.</summary>
    public async Task StartAgain()
    {
        process = Spawn(["--urls", Address.ToString().TrimEnd('/'), "--Storage:Path", folder, .. options]);
        await Wait.Until(IsReady, StartLimit, () => $"the server is not ready:\n{Output}");
    }

    /// <summary>kill -9: nothing is said to anybody.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a supervisor does it. Answers with the exit code.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        using var limit = new CancellationTokenSource(StopLimit);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary><c>yihao verify</c> on the data of this server.</summary>
    public async Task<(int ExitCode, string Output)> Verify()
    {
        lock (output)
            output.Clear();
        using var verify = Spawn(["verify", "--Storage:Path", folder]);
        await verify.WaitForExitAsync();
        verify.WaitForExit();
        return (verify.ExitCode, Output);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (process is { HasExited: false })
            await Kill();
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Process Spawn(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "yihao.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var spawned = Process.Start(start)!;
        spawned.OutputDataReceived += (_, line) => Keep(line.Data);
        spawned.ErrorDataReceived += (_, line) => Keep(line.Data);
        spawned.BeginOutputReadLine();
        spawned.BeginErrorReadLine();
        return spawned;
    }

    private void Keep(string? line)
    {
        lock (output)
            output.AppendLine(line);
    }

    private async Task<bool> IsReady()
    {
        if (process!.HasExited)
            throw new InvalidOperationException($"the server ended with {process.ExitCode}:\n{Output}");
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
}
