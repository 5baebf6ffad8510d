using System.Globalization;

namespace Yihao.Bench.Shared;

/// <summary>What a figure is to be at most, and whether it is.</summary>
public static class Verdict
{
    public const string Met = "met";
    public const string NotMet = "NOT met";

    public static string AtMost(double figure, double most) => string.Create(
        CultureInfo.InvariantCulture, $"<= {most:0.0#}: {(figure <= most ? Met : NotMet)}");
}
