using Yihao.Simulation.Clock;

namespace Yihao.Simulation.Checks;

/// <summary>
/// The waits of first come, first served at c windows, from arrivals and services alone, knowing nothing of halls:
/// who comes next begins when the first window is free (Kiefer and Wolfowitz 1955).
/// </summary>
internal sealed class Recursion(int windows)
{
    private readonly long[] freeFrom = new long[windows];

    /// <returns>The wait, in the unit of the arguments.</returns>
    public long Wait(long arrival, long service)
    {
        var first = freeFrom[0];
        var begins = Math.Max(arrival, first);
        Sink(begins + service);
        return begins - arrival;
    }

    /// <summary>The mean wait over a batch of exponential gaps and services, in mean service times.</summary>
    public static Batch Play(int windows, double load, ulong seed, int batch, int citizens)
    {
        const double unit = 1e9;
        var chance = new Chance(seed, (ulong)batch);
        var controls = new Controls(windows, load);
        var recursion = new Recursion(windows);
        var (now, waited, leftOut) = (0.0, 0.0, citizens / 10);
        for (var i = 0; i < citizens; i++)
        {
            var (service, gap) = (chance.Exponential(1), chance.Exponential(1 / (windows * load)));
            controls.Add(service, gap);
            now += gap;
            var wait = recursion.Wait((long)(now * unit), (long)(service * unit));
            waited += i < leftOut ? 0 : wait;
        }

        return new Batch(waited / unit / (citizens - leftOut), controls.Values());
    }

    /// <summary>The window that was free first is taken until then: a heap, the first free on top.</summary>
    private void Sink(long until)
    {
        var at = 0;
        while (2 * at + 1 < freeFrom.Length)
        {
            var next = 2 * at + 1;
            if (next + 1 < freeFrom.Length && freeFrom[next + 1] < freeFrom[next])
                next++;
            if (freeFrom[next] >= until)
                break;
            freeFrom[at] = freeFrom[next];
            at = next;
        }

        freeFrom[at] = until;
    }
}
