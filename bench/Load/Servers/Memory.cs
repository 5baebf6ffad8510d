using System.Globalization;

namespace Yihao.Load.Servers;

/// <summary>Memory of a process on this machine that is resident now.</summary>
internal static class Memory
{
    /// <summary>Null when the process is not known.</summary>
    public static double? Megabytes(int? process)
    {
        var status = $"/proc/{process}/status";
        if (process is null || !File.Exists(status))
            return null;
        var line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kilobytes = line?["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal);
        return kilobytes is null ? null : double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024;
    }
}
