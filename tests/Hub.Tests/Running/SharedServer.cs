[assembly: AssemblyFixture(typeof(Yihao.Hub.Tests.Running.SharedServer))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Yihao.Hub.Tests.Running;

/// <summary>One server for the tests that leave it as it is; each test takes halls that no other one uses.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private readonly Queue<string> townships = [];
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

    public async ValueTask InitializeAsync()
    {
        server = await YihaoServer.Start();
        var halls = (await Http.Get("/api/halls")).Accepted().Body.EnumerateArray();
        foreach (var hall in halls.Where(h => h.GetProperty("level").GetString() == "township"))
            townships.Enqueue(hall.GetProperty("hall").GetString()!);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
