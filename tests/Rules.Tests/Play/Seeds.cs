using System.Globalization;
using CsCheck;

namespace Yihao.Rules.Tests;

/// <summary>
/// Seeds of the random runs. The gate always runs the same ones; the variable YIHAO_SEED moves on to others. The seed
/// in a failure's message is that of the one run, and the same seed is the same trace.
/// </summary>
internal static class Seeds
{
    private static readonly ulong First =
        ulong.TryParse(Environment.GetEnvironmentVariable("YIHAO_SEED"), CultureInfo.InvariantCulture, out var first)
            ? first
            : 20261123;

    public static string Of(int run) => new PCG(7, First + (ulong)run).ToString();
}
