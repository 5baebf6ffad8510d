namespace Yihao.Simulation.Checks;

/// <summary>The theory of M/M/c: Erlang 1917; in the form of Kleinrock 1975, "Queueing Systems", volume 1.</summary>
internal static class ErlangC
{
    /// <param name="windows">c, at least 1.</param>
    /// <param name="load">Work offered per window, 0 to 1, exclusive.</param>
    /// <returns>Probability that a citizen has to wait at all.</returns>
    public static double Waits(int windows, double load)
    {
        var offered = windows * load;
        // Erlang B by its recursion, which never overflows; C follows from it.
        var blocked = 1.0;
        for (var c = 1; c <= windows; c++)
            blocked = offered * blocked / (c + offered * blocked);
        return blocked / (1 - load * (1 - blocked));
    }

    /// <returns>Mean wait before service, in mean service times.</returns>
    public static double MeanWait(int windows, double load) => Waits(windows, load) / (windows * (1 - load));
}
