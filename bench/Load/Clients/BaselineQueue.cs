using System.Net;

namespace Yihao.Load.Clients;

/// <summary>The baseline over HTTP: it knows no requests that are repeated, so each is made once.</summary>
internal sealed class BaselineQueue(Uri server) : IQueue
{
    private static readonly byte[] Nothing = [];

    private readonly HttpCaller http = new(server);

    public long Repeats => 0;

    public Task Open(int hall, int window) => Task.CompletedTask;

    public async Task<string> Take(int hall) =>
        HttpCaller.Field(await Post($"/api/halls/{hall}/tickets"), "ticket"u8)
        ?? throw new WrongAnswerException("no ticket in the answer");

    public async Task<string?> CallNext(int hall, int window) =>
        HttpCaller.Field(await Post($"/api/halls/{hall}/windows/{window}/call-next"), "ticket"u8);

    public Task Finish(int hall, int window, string ticket) => Post($"/api/tickets/{ticket}/finish");

    public async Task<long> CountWaiting(int halls)
    {
        var counts = await http.Get("/api/counts");
        return counts.GetProperty("waiting").GetInt64() + counts.GetProperty("called").GetInt64();
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<byte[]> Post(string path)
    {
        var (status, body) = await http.Post(path, Nothing);
        return status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent
            ? body
            : throw new WrongAnswerException($"POST {path} was answered {(int)status}");
    }
}
