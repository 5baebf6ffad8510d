using System.Runtime.InteropServices;
using Yihao.Hub.Doors;

namespace Yihao.Silo.Composition;

/// <summary>
/// SIGTERM and SIGINT: not ready at once, stopping after the drain time; a second signal does not wait. The doors close
/// before the silo does, and the silo hands its halls over before the process ends.
/// </summary>
internal sealed partial class StopInOrder(
    IHostApplicationLifetime app, Draining draining, ClusterSettings cluster, TimeProvider time,
    ILogger<StopInOrder> log) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> signals = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT })
            signals.Add(PosixSignalRegistration.Create(signal, Stop));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var signal in signals)
            signal.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (draining.Begun || cluster.Drain == TimeSpan.Zero)
        {
            draining.Begin();
            app.StopApplication();
            return;
        }

        draining.Begin();
        LogDrains(cluster.Drain.TotalSeconds);
        _ = StopLater();
    }

    private async Task StopLater()
    {
        await Task.Delay(cluster.Drain, time);
        app.StopApplication();
    }

    [LoggerMessage(2501, LogLevel.Information,
        "Asked to stop: not ready any more, stopping in {Seconds} s; asked again, at once")]
    private partial void LogDrains(double seconds);
}
