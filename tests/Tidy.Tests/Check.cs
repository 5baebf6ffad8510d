namespace Yihao.Tidy.Tests;

/// <summary>One rule of the style that a machine can hold.</summary>
/// <param name="Rule">As a sentence.</param>
/// <param name="Find">Everything that breaks it, over all files: some rules compare files with one another.</param>
public sealed record Check(string Rule, Func<IReadOnlyList<SourceFile>, IEnumerable<Finding>> Find)
{
    /// <summary>A rule that looks at one file at a time.</summary>
    public static Check Each(string rule, Func<SourceFile, IEnumerable<Finding>> find) =>
        new(rule, files => files.SelectMany(find));

    public static IReadOnlyList<Check> All { get; } =
    [
        .. Checks.Arrows.All,
        .. Checks.Sizes.All,
        .. Checks.Words.All,
        .. Checks.Symbols.All,
        .. Checks.Packages.All,
        .. Checks.Pages.All,
        .. Checks.HallSettings.All,
    ];
}
