namespace Yihao.Simulation.Tests;

/// <summary>
/// All chance of one run, from its seed (SplitMix64, so that a seed means the same on every version of .NET).
/// </summary>
internal sealed class Chance(ulong seed)
{
    /// <summary>Mixed first: neighbouring seeds would otherwise walk the same path, one step apart.</summary>
    private ulong state = Mix(seed + 0x632BE59BD9B4E019);

    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Percent(double percent) => Below(100_000) < percent * 1_000;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)Next();
        return bytes;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
