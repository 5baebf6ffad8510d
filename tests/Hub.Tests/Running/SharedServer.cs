using System.Text.Json;

[assembly: AssemblyFixture(typeof(Yihao.Hub.Tests.Running.SharedServer))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Yihao.Hub.Tests.Running;

/// <summary>One server for the tests that leave it as it is; each test takes halls that no other one uses.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    /// <summary>An island with three windows, unlike the other townships.</summary>
    private const string Weizhou = "450502100";

    /// <summary>It offers tickets: nobody calls for himself there.</summary>
    private const string Lianzhou = "450521100";

    private readonly Queue<string> townships = [];
    private readonly Queue<string> villages = [];
    private YihaoServer? server;

    public YihaoServer Server => server!;

    public HttpClient Http => Server.Http;

    /// <summary>
    /// A township hall with windows 1 (assist), 2 to 4 (general) and 5 (domain) that nobody has touched.
    /// </summary>
    public string FreshHall()
    {
        lock (townships)
            return townships.Dequeue();
    }

    /// <summary>A village hall that nobody has touched, with one general window.</summary>
    public string FreshVillage()
    {
        lock (villages)
            return villages.Dequeue();
    }

    public async ValueTask InitializeAsync()
    {
        server = await YihaoServer.Start();
        var halls = (await Http.Get("/api/halls")).Accepted().Body;
        Fill(townships, halls, "township");
        Fill(villages, halls, "village");
    }

    private static void Fill(Queue<string> queue, JsonElement halls, string level)
    {
        foreach (var hall in halls.EnumerateArray().Where(h => h.GetProperty("level").GetString() == level))
        {
            if (hall.GetProperty("hall").GetString() is { } id and not (Weizhou or Lianzhou))
                queue.Enqueue(id);
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
