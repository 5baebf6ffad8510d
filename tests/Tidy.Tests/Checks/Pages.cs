using System.Text.RegularExpressions;

namespace Yihao.Tidy.Tests.Checks;

/// <summary>What is written down beside the code.</summary>
internal static class Pages
{
    private static readonly string[] Parts = ["Question", "Choice", "Reasons?", "Consequences?"];

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.Each("A decision has question, choice, reasons and consequence", Decisions),
        new("Decisions are numbered without a gap", Numbers),
    ];

    private static IEnumerable<Finding> Decisions(SourceFile file) => IsDecision(file)
        ? Parts.Where(p => !Regex.IsMatch(file.Text, $@"(?m)^(#+ |\*\*){p}\b"))
            .Select(p => file.At(1, $"no {p.TrimEnd('?', 's').ToLowerInvariant()}"))
        : [];

    private static IEnumerable<Finding> Numbers(IReadOnlyList<SourceFile> files) => files
        .Where(IsDecision)
        .OrderBy(f => f.Name, StringComparer.Ordinal)
        .Where((f, i) => !f.Name.StartsWith($"{i + 1:0000}-", StringComparison.Ordinal))
        .Select(f => f.At(1, "its number is not the next one"));

    private static bool IsDecision(SourceFile file) => file.IsUnder("docs/decisions") && file.Extension == ".md"
        && file.Name != "README.md";
}
