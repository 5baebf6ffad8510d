using System.Text.Json;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Faults.Nodes;

/// <summary>One process of the cluster. Who wants it to run says so; the supervisor sees to it.</summary>
internal sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly StreamWriter log;
    private readonly HttpClient http = new() { Timeout = Patience };

    public Node(string name, string folder, IReadOnlyList<string> options)
    {
        Name = name;
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        log = new StreamWriter(Path.Combine(folder, $"{name}.log")) { AutoFlush = true };
        Program = new ProgramProcess(
            folder,
            [
                "--urls", Address.ToString().TrimEnd('/'),
                "--Cluster:SiloPort", $"{FreePort.Find()}", "--Cluster:GatewayPort", $"{FreePort.Find()}",
                "--Cluster:DrainSeconds", "2", .. options,
            ],
            Keep);
    }

    public string Name { get; }

    public Uri Address { get; }

    public ProgramProcess Program { get; }

    /// <summary>The supervisor starts it again when it has ended.</summary>
    public bool Wanted { get; set; } = true;

    /// <summary>How often the supervisor had to start it again.</summary>
    public int Restarts { get; set; }

    /// <summary>A fault is on it: probes go elsewhere.</summary>
    public bool InTrouble { get; set; }

    public async Task<bool> IsReady()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/healthz/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException or IOException)
        {
            return false;
        }
    }

    /// <summary>The halls that live on it; none when it does not answer.</summary>
    public async Task<IReadOnlyList<string>> Halls()
    {
        try
        {
            var answer = JsonElement.Parse(await http.GetStringAsync(new Uri(Address, "/ops/halls")));
            return [.. answer.GetProperty("halls").EnumerateArray().Select(hall => hall.GetString()!)];
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException or IOException)
        {
            return [];
        }
    }

    /// <summary>Its memory before and after a full collection, which takes a while.</summary>
    /// <param name="now">On the clock of the run.</param>
    public async Task<NodeMemory> Memory(TimeSpan now)
    {
        using var patient = new HttpClient { BaseAddress = Address };
        using var collected = await patient.PostAsync("/ops/collect", null);
        var memory = JsonElement.Parse(await collected.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return new(Name, now, memory.GetProperty("before"), memory.GetProperty("after"));
    }

    public async ValueTask DisposeAsync()
    {
        Wanted = false;
        if (!Program.HasEnded)
            await Program.Kill();
        http.Dispose();
        lock (log)
            log.Dispose();
    }

    private void Keep(string line)
    {
        lock (log)
        {
            if (log.BaseStream is { CanWrite: true })
                log.WriteLine(line);
        }
    }
}
