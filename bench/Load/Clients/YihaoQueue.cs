using System.Net;
using System.Text;
using Yihao.Bench.Shared;

namespace Yihao.Load.Clients;

/// <summary>
/// Yihao over HTTP, as kiosks and clerks' programs ask it. What has no known outcome is asked again with the same id.
/// </summary>
internal sealed class YihaoQueue(Uri server) : IQueue
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly HttpCaller http = new(server);
    private readonly string run = Guid.NewGuid().ToString("N")[..8];
    private long requests;
    private long repeats;

    public long Repeats => Volatile.Read(ref repeats);

    public Task Open(int hall, int window) =>
        AtWindow(hall, window, "open", $$""","clerk":"{{MeasuredNetwork.Clerk(hall, window)}}"}""");

    public async Task<string> Take(int hall) => HttpCaller.Field(
            await Post(
                $"/api/halls/{MeasuredNetwork.Hall(hall)}/tickets",
                $$""","matter":"{{MeasuredNetwork.Matter}}"}"""),
            "ticket"u8)
        ?? throw new WrongAnswerException("no ticket in the answer");

    public async Task<string?> CallNext(int hall, int window) =>
        HttpCaller.Field(await AtWindow(hall, window, "call-next", "}"), "ticket"u8);

    /// <summary>As <see cref="CallNext"/>, with the number that screens show.</summary>
    public async Task<(string? Ticket, string? Number)> CallNumber(int hall, int window)
    {
        var body = await AtWindow(hall, window, "call-next", "}");
        return (HttpCaller.Field(body, "ticket"u8), HttpCaller.Field(body, "number"u8));
    }

    public Task Finish(int hall, int window, string ticket) => AtWindow(hall, window, "finish", "}");

    public async Task<long> CountWaiting(int halls)
    {
        var list = await http.Get("/api/halls");
        var first = Enumerable.Range(0, halls).Select(MeasuredNetwork.Hall).ToHashSet();
        return list.EnumerateArray()
            .Where(hall => first.Contains(hall.GetProperty("hall").GetString()!))
            .Sum(hall => hall.GetProperty("waiting").GetInt64());
    }

    /// <summary>Where a hall's ledger stands.</summary>
    public async Task<long> Seq(int hall) =>
        (await http.Get($"/api/halls/{MeasuredNetwork.Hall(hall)}/board")).GetProperty("seq").GetInt64();

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<byte[]> AtWindow(int hall, int window, string act, string rest) => Post(
        $"/api/halls/{MeasuredNetwork.Hall(hall)}/windows/{MeasuredNetwork.Window(window)}/{act}", rest);

    /// <param name="rest">Of the body, behind the request id.</param>
    private async Task<byte[]> Post(string path, string rest)
    {
        var id = Interlocked.Increment(ref requests);
        var body = Encoding.UTF8.GetBytes($$"""{"requestId":"{{run}}-{{id}}"{{rest}}""");
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await TryPost(path, body) is { } answer)
                return answer;
            Interlocked.Increment(ref repeats);
            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
                throw new WrongAnswerException($"POST {path}: no answer for {Patience.TotalSeconds} s");
            await Task.Delay(Pause);
        }
    }

    /// <returns>Null when the outcome is unknown.</returns>
    private async Task<byte[]?> TryPost(string path, byte[] body)
    {
        try
        {
            var (status, answer) = await http.Post(path, body);
            return status switch
            {
                HttpStatusCode.OK or HttpStatusCode.Created => answer,
                HttpStatusCode.ServiceUnavailable => null,
                _ => throw new WrongAnswerException(
                    $"POST {path} was answered {(int)status}: {HttpCaller.Field(answer, "code"u8)}"),
            };
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
