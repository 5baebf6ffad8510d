using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Yihao.Tidy.Tests.Checks;

/// <summary>What a hall may set is found by the one who writes a network file only where it is written down.</summary>
internal static partial class HallSettings
{
    private const string Reader = "SettingsReader.cs";

    private const string Definition = "SettingsDefinition.cs";

    private const string Page = "docs/operations.md";

    public static IReadOnlyList<Check> All { get; } =
    [
        new("Every setting of a hall stands in " + Page + " with its default and range", Described),
    ];

    private static IEnumerable<Finding> Described(IReadOnlyList<SourceFile> files)
    {
        var rows = files.Where(f => f.Path == Page).SelectMany(f => f.Lines).Select(Row).OfType<string[]>().ToList();
        var defaults = files.Where(f => f.Name == Definition).SelectMany(Defaults).ToLookup(d => d.Name, d => d.Usual);
        foreach (var (file, read) in files.Where(f => f.Name == Reader).SelectMany(Reads, (f, read) => (f, read)))
        {
            if (rows.Find(cells => cells[0] == $"`{read.Name}`") is not { Length: >= 4 } cells)
            {
                yield return file.At(read.Call, $"{Page} has no row for {read.Name}");
                continue;
            }

            if (!cells[2].StartsWith(read.Range, StringComparison.Ordinal))
                yield return file.At(read.Call, $"{Page} allows {read.Name} {cells[2]}, the program {read.Range}");
            foreach (var usual in defaults[read.Name].Where(u => cells[1].Split(',')[0] != u))
                yield return file.At(read.Call, $"{Page} gives {read.Name} the default {cells[1]}, it is {usual}");
        }
    }

    /// <summary>The cells of a line of a table; null for any other line.</summary>
    private static string[]? Row(string line) => line.StartsWith("| `", StringComparison.Ordinal)
        ? [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())]
        : null;

    private static IEnumerable<(InvocationExpressionSyntax Call, string Name, string Range)> Reads(SourceFile file) =>
        from call in file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Number" or "Choice" or "Flag" }
        let arguments = call.ArgumentList.Arguments.Select(a => a.ToString().Replace("_", "")).ToList()
        select (call, arguments[0].Trim('"'), arguments.Count > 2 ? $"{arguments[1]} to {arguments[2]}" : "");

    /// <summary>The first word in brackets of a property's comment.</summary>
    private static IEnumerable<(string Name, string Usual)> Defaults(SourceFile file) =>
        from property in file.Root.DescendantNodes().OfType<PropertyDeclarationSyntax>()
        let usual = InBrackets().Match(property.GetLeadingTrivia().ToString())
        where usual.Success
        select (AsInFile(property.Identifier.Text), usual.Groups[1].Value);

    private static string AsInFile(string name) => char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];

    [GeneratedRegex(@"\((\w+)")]
    private static partial Regex InBrackets();
}
