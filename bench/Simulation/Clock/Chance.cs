using System.Numerics;

namespace Yihao.Simulation.Clock;

/// <summary>
/// Chance from a seed: the same seed and stream give the same numbers on every machine and version of .NET
/// (xoshiro256++, Blackman and Vigna 2019; seeded by SplitMix64).
/// </summary>
internal sealed class Chance
{
    private readonly ulong[] state = new ulong[4];

    public Chance(ulong seed, ulong stream)
    {
        var mix = seed * 0x9E3779B97F4A7C15 ^ (stream + 1) * 0xD1B54A32D192ED03;
        for (var i = 0; i < state.Length; i++)
        {
            mix += 0x9E3779B97F4A7C15;
            var z = (mix ^ (mix >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            state[i] = z ^ (z >> 31);
        }
    }

    /// <summary>From 0, inclusive, to 1, exclusive.</summary>
    public double Share() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double probability) => Share() < probability;

    public double Between(double from, double to) => from + (to - from) * Share();

    public int Below(int count) => (int)(Share() * count);

    public double Exponential(double mean) => -mean * Math.Log(1 - Share());

    /// <summary>Lognormal by its mean and coefficient of variation.</summary>
    public double Lognormal(double mean, double variation)
    {
        var variance = Math.Log(1 + variation * variation);
        return mean * Math.Exp(Math.Sqrt(variance) * Normal() - variance / 2);
    }

    /// <summary>An index with the probability of its weight.</summary>
    public int Weighted(IReadOnlyList<double> weights)
    {
        var left = Share() * weights.Sum();
        for (var i = 0; i < weights.Count - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
                return i;
        }

        return weights.Count - 1;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    private ulong Bits()
    {
        var bits = BitOperations.RotateLeft(state[0] + state[3], 23) + state[0];
        var t = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= t;
        state[3] = BitOperations.RotateLeft(state[3], 45);
        return bits;
    }
}
