using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Yihao.Tidy.Tests.Checks;

/// <summary>A method fits a screen, a file has one subject.</summary>
internal static class Sizes
{
    private const int SourceLines = 300;

    private const int TestLines = 400;

    private const int MethodLines = 60;

    private const int LineLength = 120;

    private static readonly HashSet<string> Code = [".cs", ".ts", ".vue"];

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.Each($"A file has at most {SourceLines} lines, a test file {TestLines}", Files),
        Check.Each($"A method has at most {MethodLines} lines", Methods),
        Check.Each($"A line has at most {LineLength} characters", Lines),
        new("A type stands in one file", Parts),
    ];

    private static IEnumerable<Finding> Files(SourceFile file)
    {
        var lines = file.Lines.Length - (file.Text.EndsWith('\n') ? 1 : 0);
        var most = file.IsUnder("tests") ? TestLines : SourceLines;
        if (Code.Contains(file.Extension) && lines > most)
            yield return file.At(most + 1, $"{lines} lines: is it still one subject?");
    }

    private static IEnumerable<Finding> Methods(SourceFile file) => file.Root.DescendantNodes()
        .Where(n => n is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
        .Where(n => SourceFile.LinesOf(n) > MethodLines)
        .Select(n => file.At(n, $"a method of {SourceFile.LinesOf(n)} lines"));

    private static IEnumerable<Finding> Lines(SourceFile file)
    {
        if (!Code.Contains(file.Extension))
            yield break;
        for (var i = 0; i < file.Lines.Length; i++)
        {
            var length = file.Lines[i].TrimEnd('\r').Length;
            if (length > LineLength)
                yield return file.At(i + 1, $"{length} characters");
        }
    }

    /// <summary>Parts that a generator fills in are fine; parts that hide the size of a type are not.</summary>
    private static IEnumerable<Finding> Parts(IReadOnlyList<SourceFile> files) => files
        .SelectMany(f => f.Root.DescendantNodes().OfType<TypeDeclarationSyntax>(), (file, type) => (file, type))
        .Where(p => p.type.Modifiers.Any(m => m.Text == "partial") && p.type.Parent is not TypeDeclarationSyntax)
        .GroupBy(p => (Space(p.type), p.type.Identifier.Text, p.type.Arity))
        .Where(g => g.Select(p => p.file.Path).Distinct().Skip(1).Any())
        .SelectMany(g => g.Select(p => p.file.At(p.type, $"{p.type.Identifier.Text} stands in several files")));

    private static string Space(SyntaxNode type) =>
        type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? string.Empty;
}
