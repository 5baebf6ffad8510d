using System.Globalization;

namespace Yihao.Bench.Shared;

/// <summary>
/// Processor time that processes have used, user and system together, from <c>/proc/PID/stat</c> (Linux; man 5 proc,
/// fields 14 and 15, in ticks of 10 ms).
/// </summary>
public static class ProcessorTime
{
    private const int TickMilliseconds = 10;

    /// <summary>Milliseconds since the process was started.</summary>
    public static long Of(int process) => Read(process)?.Milliseconds ?? 0;

    /// <summary>Milliseconds of the children whose end this process has seen: ask before and after.</summary>
    public static long OfEndedChildren() => Read(Environment.ProcessId)?.OfEndedChildren ?? 0;

    /// <summary>
    /// Milliseconds of a process and its children that live, and of those whose end it has seen: a PostgreSQL server
    /// with its connections. Ask before and after, from the server's own process id.
    /// </summary>
    public static long OfFamily(int parent)
    {
        var sum = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process)
                && Read(process) is { } times && (process == parent || times.Parent == parent))
                sum += times.Milliseconds + (process == parent ? times.OfEndedChildren : 0);
        }

        return sum;
    }

    private static (int Parent, long Milliseconds, long OfEndedChildren)? Read(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            // The second field is the name in brackets and may hold anything.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (
                int.Parse(fields[1], CultureInfo.InvariantCulture),
                (Number(fields[11]) + Number(fields[12])) * TickMilliseconds,
                (Number(fields[13]) + Number(fields[14])) * TickMilliseconds);
        }
        catch (IOException)
        {
            // It has ended in between.
            return null;
        }
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
