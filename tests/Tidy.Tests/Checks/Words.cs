using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Yihao.Tidy.Tests.Checks;

/// <summary>Names that say nothing, marks of work not done, tests left out without a word.</summary>
internal static partial class Words
{
    private static readonly HashSet<string> Code =
    [
        ".cs", ".ts", ".vue", ".js", ".mjs", ".css", ".html", ".sh", ".sql", ".csproj", ".props", ".targets", ".yml",
    ];

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.Each("No name hides what a thing does behind Helper, Manager, Util, Service or Core2", Names),
        Check.Each("No mark of unfinished work is left", Marks),
        Check.Each("A test that is left out says why", Skips),
        Check.Each("A test does not sleep", Sleeps),
    ];

    private static IEnumerable<Finding> Names(SourceFile file)
    {
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        if (Code.Contains(file.Extension) && Empty().IsMatch(stem))
            yield return file.At(1, $"the file's name {stem} says nothing");
        foreach (var (node, name) in Declared(file.Root))
        {
            if (Empty().IsMatch(name))
                yield return file.At(node, $"the name {name} says nothing");
        }
    }

    private static IEnumerable<(SyntaxNode Node, string Name)> Declared(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is BaseTypeDeclarationSyntax type)
                yield return (node, type.Identifier.Text);
            // A method may be named Service, for what it gives; a type may not, for what it is.
            if (node is MethodDeclarationSyntax { Identifier.Text: not "Service" } method)
                yield return (node, method.Identifier.Text);
            if (node is BaseNamespaceDeclarationSyntax space)
                yield return (node, space.Name.ToString().Split('.')[^1]);
        }
    }

    private static IEnumerable<Finding> Marks(SourceFile file)
    {
        if (!Code.Contains(file.Extension))
            yield break;
        for (var i = 0; i < file.Lines.Length; i++)
        {
            if (Unfinished().IsMatch(file.Lines[i]))
                yield return file.At(i + 1, file.Lines[i].Trim());
        }
    }

    private static IEnumerable<Finding> Skips(SourceFile file)
    {
        foreach (var argument in file.Root.DescendantNodes().OfType<AttributeArgumentSyntax>())
        {
            if (argument.NameEquals?.Name.Identifier.Text == "Skip" && !SaysWhy(argument.Expression))
                yield return file.At(argument, "left out without a reason");
        }

        foreach (var call in file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression.ToString() == "Assert.Skip" && !SaysWhy(call.ArgumentList.Arguments[0].Expression))
                yield return file.At(call, "left out without a reason");
        }
    }

    private static bool SaysWhy(ExpressionSyntax reason) =>
        reason is not LiteralExpressionSyntax literal || literal.Token.ValueText.Trim().Length >= 10;

    private static IEnumerable<Finding> Sleeps(SourceFile file) => file.IsUnder("tests")
        ? file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(m => m.ToString() == "Thread.Sleep")
            .Select(m => file.At(m, "wait for a condition with a limit instead"))
        : [];

    [GeneratedRegex("Helper|Manager|Util(s|ity|ities)?(?![a-z])|Core2|^I?(Base|Common|Data|My|The)?Services?$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"\b(FIX" + @"ME|TO" + @"DO|HA" + @"CK|XX" + @"X)\b|throw new NotImplemented" + "Exception")]
    private static partial Regex Unfinished();
}
