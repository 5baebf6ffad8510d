using System.Text.Json;
using static Yihao.Cluster.Tests.Checking.Recording.CheckedCounty;

namespace Yihao.Cluster.Tests.Checking.Recording;

/// <summary>One of many workers who do anything at any window, allowed or not, all at once.</summary>
internal sealed class Crowd(Recorder run, int seed)
{
    private static readonly string[] Acts =
    [
        "call-next", "call-next", "call-next", "recall", "start", "finish", "finish", "no-show", "hold", "release",
        "accept", "resume", "close",
    ];

    private static readonly string[] Looks = ["", "board", "waiting", "held"];

    private readonly Random _random = new(seed);
    private readonly List<(string Hall, string Ticket, string Link, string Number)> _taken = [];

    public async Task Act(TimeSpan until)
    {
        while (run.Now < until)
        {
            var hall = _random.Next(3) == 0 ? Village : County;
            var window = hall == Village ? "1" : $"{_random.Next(1, 3)}";
            await (_random.Next(12) switch
            {
                < 3 => Take(hall),
                3 => run.Get(hall, Looks[_random.Next(Looks.Length)]),
                4 => OfTicket(),
                5 => Open(hall, window),
                6 => WithBody(hall, window),
                7 => run.Again(_random),
                _ => run.Post(
                    hall, $"windows/{window}/{Acts[_random.Next(Acts.Length)]}",
                    _random.Next(2) == 0 ? new { finishCurrent = true } : null),
            });
        }
    }

    private async Task Take(string hall)
    {
        var matter = _random.Next(4) switch { 0 => "land", 1 => null, _ => "card" };
        var taken = await run.Post(
            hall, "tickets", _random.Next(4) == 0
                ? new { matter, @class = "priority", reason = (string?)"elder" }
                : new { matter, @class = "normal", reason = (string?)null });
        if (taken.TryGetProperty("link", out var link))
            _taken.Add((hall, Text(taken, "ticket"), link.GetString()!, Text(taken, "number")));
    }

    private Task OfTicket()
    {
        if (_taken.Count == 0)
            return Task.CompletedTask;
        var (hall, ticket, link, number) = _taken[_random.Next(_taken.Count)];
        return _random.Next(5) switch
        {
            0 => run.Get(hall, $"tickets/{link}"),
            1 => run.Post(hall, $"tickets/{link}/cancel", new { number }),
            2 => run.Post(hall, $"tickets/{ticket}/take-away", new { reason = "gone" }),
            3 => run.Post(hall, $"tickets/{ticket}/return"),
            _ => run.Get(hall, $"tickets/{ticket}"),
        };
    }

    private Task<JsonElement> Open(string hall, string window) => run.Post(
        hall, $"windows/{window}/open",
        new { clerk = hall == Village ? "v1" : _random.Next(4) == 0 ? "c1" : $"c{window}" });

    private Task<JsonElement> WithBody(string hall, string window)
    {
        var ticket = _taken.Count == 0 ? null : _taken[_random.Next(_taken.Count)].Ticket;
        var to = new { hall = hall == Village ? County : Village };
        return _random.Next(7) switch
        {
            0 => run.Post(hall, $"windows/{window}/pause", new { reason = "break" }),
            1 => run.Post(hall, $"windows/{window}/decline", new { reason = "no" }),
            2 => run.Post(hall, $"windows/{window}/rest", new { seconds = _random.Next(3) }),
            3 => run.Post(hall, $"windows/{window}/transfer", new { to, reason = "sooner" }),
            4 => run.Post(hall, $"windows/{window}/transfer", new { to = new { matter = "land" }, reason = "wrong" }),
            5 when ticket is not null => run.Post(
                hall, $"windows/{window}/transfer", new { ticket, to, reason = "sooner" }),
            6 when ticket is not null => run.Post(hall, $"windows/{window}/hold", new { ticket }),
            _ => run.Post(hall, $"windows/{window}/call", new { ticket = ticket ?? "none", reason = "asked" }),
        };
    }

    private static string Text(JsonElement answer, string name) => answer.GetProperty(name).GetString()!;
}
