using System.Net;
using System.Text;
using Yihao.Load.Clients;
using Yihao.Load.Lives;
using Yihao.Region.Halls;

namespace Yihao.Region.Run;

/// <summary>
/// In each hall a clerk opens his window and serves some citizens, one after the other. What has no known outcome is
/// asked again with the same id.
/// </summary>
internal sealed class Citizens(Uri server, int lives, LifeLog log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpCaller http = new(server);
    private long requests;
    private int served;
    private long repeats;

    /// <summary>Halls that are done.</summary>
    public int Served => Volatile.Read(ref served);

    public long Repeats => Volatile.Read(ref repeats);

    public async Task Serve(Division hall)
    {
        var window = $"/api/halls/{hall.Code}/windows/{RegionNetwork.Window}";
        await Post($"{window}/open", $$""","clerk":"{{RegionNetwork.ClerkOf(hall)}}"}""");
        for (var life = 0; life < lives; life++)
        {
            var ticket = await Ticket(
                $"/api/halls/{hall.Code}/tickets", $$""","matter":"{{RegionNetwork.Matter}}"}""");
            log.Taken(ticket);
            var called = await Ticket($"{window}/call-next", "}");
            log.Called(called);
            if (called != ticket)
                throw new WrongAnswerException($"hall {hall.Code} called {called}; only {ticket} waits there");
            await Post($"{window}/finish", "}");
            log.Finished(called);
        }

        Interlocked.Increment(ref served);
    }

    public void Dispose() => http.Dispose();

    private async Task<string> Ticket(string path, string rest) =>
        HttpCaller.Field(await Post(path, rest), "ticket"u8)
        ?? throw new WrongAnswerException($"POST {path}: no ticket in the answer");

    /// <param name="rest">Of the body, behind the request id.</param>
    private async Task<byte[]> Post(string path, string rest)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"requestId":"r{{Interlocked.Increment(ref requests)}}"{{rest}}""");
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (status, answer) = await http.Post(path, body);
            if (status is HttpStatusCode.OK or HttpStatusCode.Created)
                return answer;
            if (status != HttpStatusCode.ServiceUnavailable)
            {
                throw new WrongAnswerException(
                    $"POST {path} was answered {(int)status}: {HttpCaller.Field(answer, "code"u8)}");
            }

            Interlocked.Increment(ref repeats);
            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
                throw new WrongAnswerException($"POST {path}: no answer for {Patience.TotalSeconds} s");
            await Task.Delay(Pause);
        }
    }
}
