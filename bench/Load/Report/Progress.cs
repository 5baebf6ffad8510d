using System.Diagnostics;
using Yihao.Load.Lives;
using Yihao.Load.Servers;

namespace Yihao.Load.Report;

/// <summary>A line each second.</summary>
/// <param name="running">What is watched; when it fails, so does the watch.</param>
/// <param name="server">Process whose memory is shown; null when it is not known.</param>
internal sealed class Progress(Meter meter, Task running, int? server)
{
    /// <returns>How long it was, in seconds.</returns>
    public async Task<double> Watch(string phase, int seconds)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var second = 1; second <= seconds; second++)
        {
            var before = meter.AllLives;
            var due = TimeSpan.FromSeconds(second) - Stopwatch.GetElapsedTime(begun);
            await Task.WhenAny(running, Task.Delay(due > TimeSpan.Zero ? due : TimeSpan.Zero));
            if (running.IsCompleted)
                await running;
            Console.WriteLine(FormattableString.Invariant(
                $"{phase} {second,4} s  {meter.AllLives - before,7} lives  {Memory.Megabytes(server):F0} MB"));
        }

        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
