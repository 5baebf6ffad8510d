using System.Collections.Concurrent;
using Yihao.Tests.Shared;

namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>
/// The built program as a process of its own with a real database in a temporary folder, so that it can be killed,
/// frozen and started again on the same port and data.
/// </summary>
public class HallServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("yihao-e2e-").FullName;
    private readonly ConcurrentQueue<string> log = new();
    private readonly ProgramProcess program;

    public HallServer()
        : this([])
    {
    }

    /// <param name="options">Of the program, besides its address and its data.</param>
    private protected HallServer(IReadOnlyList<string> options)
    {
        Url = $"http://127.0.0.1:{FreePort.Find()}";
        Http = new HttpClient { BaseAddress = new Uri(Url), Timeout = Limits.Patience };
        program = new ProgramProcess(folder, ["--urls", Url, "--Storage:Path", folder, .. options], log.Enqueue);
    }

    public string Url { get; }

    public HttpClient Http { get; }

    /// <summary>What the program has written so far, over all its lives.</summary>
    public IEnumerable<string> Log => log;

    public async ValueTask InitializeAsync() => await Start();

    /// <summary>Starts the program and waits until it is ready.</summary>
    public async Task Start()
    {
        program.Start();
        await Limits.Until($"{Url} ready", IsReady, TimeSpan.FromSeconds(60));
    }

    /// <summary>As kill -9 does it: nobody is told, nothing is finished.</summary>
    public Task Kill() => program.Kill();

    /// <summary>As an update does it: the program is asked to end, and ends.</summary>
    public Task Stop() => program.Stop();

    /// <summary>The process stands still with all its connections open, as a machine does that hangs.</summary>
    public Task Freeze() => program.Freeze();

    public Task Thaw() => program.Thaw();

    public async ValueTask DisposeAsync()
    {
        if (!program.HasEnded)
            await Kill();
        Http.Dispose();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<bool> IsReady()
    {
        if (program.HasEnded)
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
}
