using System.Diagnostics;
using Yihao.Load.Clients;

namespace Yihao.Load.Lives;

/// <summary>Take a number, call, finish: three commands, each acknowledged before the next.</summary>
internal sealed class TicketLife(IQueue queue, LifeLog log, Meter meter)
{
    private const int MostEmpty = 1_000;

    /// <summary>How late this program itself is: a part of what taking the number and the life are charged.</summary>
    /// <param name="intended">When it was to start, as a timestamp of the stopwatch.</param>
    public void Begin(long intended) => meter.Note(meter.Late, intended, intended);

    /// <param name="intended">When it was to start, as a timestamp of the stopwatch.</param>
    public async Task Take(int hall, long intended)
    {
        log.Taken(await queue.Take(hall));
        meter.Note(meter.Take, intended, intended);
    }

    /// <param name="begun">When somebody wanted to call, as a timestamp of the stopwatch.</param>
    /// <param name="intended">When the life was to start.</param>
    public async Task CallAndFinish(int hall, int window, long begun, long intended)
    {
        var ticket = await Call(hall, window);
        log.Called(ticket);
        meter.Note(meter.Call, begun, intended);
        begun = Stopwatch.GetTimestamp();
        await queue.Finish(hall, window, ticket);
        log.Finished(ticket);
        meter.Note(meter.Finish, begun, intended);
        meter.CountLife(intended);
    }

    /// <summary>Whoever calls has taken a number before, so somebody waits.</summary>
    private async Task<string> Call(int hall, int window)
    {
        for (var tries = 0; tries < MostEmpty; tries++)
        {
            if (await queue.CallNext(hall, window) is { } ticket)
                return ticket;
            // Rows that another transaction held when it looked: SKIP LOCKED may pass all of them.
            meter.CountEmpty();
        }

        throw new WrongAnswerException($"nobody waits in hall {hall}, {MostEmpty} times, though somebody does");
    }
}
