using Yihao.Simulation.Checks;

namespace Yihao.Simulation.Report;

/// <summary>One of the targets for dispatch, and what was measured.</summary>
/// <param name="Target">As a sentence.</param>
/// <param name="Holds">Null: not measured here.</param>
internal sealed record Row(string What, string Against, string Target, string Measured, bool? Holds)
{
    public string Verdict => Holds switch { true => "met", false => "**short**", null => "not measured yet" };

    /// <param name="least">The ratio that is asked for.</param>
    public static Row AtLeast(string what, string against, string figure, double least, Estimate ratio) => new(
        what,
        against,
        FormattableString.Invariant($"{figure} >= {least:0.##}x shorter"),
        FormattableString.Invariant($"{ratio.Mean:0.00}x ± {ratio.Half:0.00}"),
        ratio.Mean >= least);

    public static Row AtMost(string what, string against, string figure, double most, Estimate ratio) => new(
        what,
        against,
        FormattableString.Invariant($"{figure} within {most:0.##}x"),
        FormattableString.Invariant($"{ratio.Mean:0.00}x ± {ratio.Half:0.00}"),
        ratio.Mean <= most);
}
