using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Yihao.Hub.Demo;

/// <summary>
/// Sample citizens and clerks in three halls, one of each level, through the server's own address and the public
/// contract alone. Most windows stay free for people who try the program.
/// </summary>
internal sealed partial class DemoHall(
    HubOptions options, IServer server, IHostApplicationLifetime life, ILogger<DemoHall> log) : BackgroundService
{
    private const int MostClerks = 12;

    private static readonly TimeSpan StartAgainAfter = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.DemoPace is not { } times)
            return;
        var started = new TaskCompletionSource();
        await using var waiting = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        using var http = new HttpClient { BaseAddress = OwnAddress(), Timeout = TimeSpan.FromSeconds(15) };
        var (door, pace) = (new DemoDoor(http), new DemoPace(times));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var halls = await DemoHalls.Choose(door, stoppingToken);
                LogBegins(times, string.Join(", ", halls));
                await Task.WhenAll(halls.Select(hall => Fill(hall, door, pace, stoppingToken)));
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                LogStartsAgain(failed);
                await Task.Delay(StartAgainAfter, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private Uri OwnAddress()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        var address = addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal))
            ?? addresses.First();
        return new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("*", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal));
    }

    private static async Task Fill(string hall, DemoDoor door, DemoPace pace, CancellationToken cancellation)
    {
        var matters = new DemoMatters((await door.Get($"/api/halls/{hall}/matters", cancellation)).Body);
        var described = await door.Get($"/api/halls/{hall}", cancellation);
        var posts = described.Body.GetProperty("windows").EnumerateArray()
            .Select(w => (Window: DemoAnswer.TextOf(w, "window")!,
                Clerk: DemoAnswer.TextOf(w.GetProperty("posts"), "a")))
            .Where(w => w.Clerk is not null)
            .ToList();
        // Spread over the hall, so that every kind of window has a few.
        var staffed = Math.Min(MostClerks, (posts.Count + 1) / 2);
        var clerks = Enumerable.Range(0, staffed).Select(i => posts[i * posts.Count / staffed])
            .Select(w => new DemoClerk(door, pace, matters, hall, w.Window, w.Clerk!, staffed == 1).Work(cancellation));
        // More than one clerk can serve: other halls help.
        var citizens = new DemoCitizens(door, pace, hall, matters, Math.Max(2, staffed)).Come(cancellation);
        await Task.WhenAll(clerks.Append(citizens));
    }

    [LoggerMessage(2301, LogLevel.Information, "Sample citizens and clerks come at {Times} times the pace to {Halls}.")]
    private partial void LogBegins(double times, string halls);

    [LoggerMessage(2302, LogLevel.Warning, "The sample people stumbled and begin again.")]
    private partial void LogStartsAgain(Exception exception);
}
