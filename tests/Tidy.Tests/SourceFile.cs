using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Yihao.Tidy.Tests;

/// <summary>One file of the repository as the checks read it.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
public sealed record SourceFile(string Path, string Text)
{
    private SyntaxNode? root;

    public string Name => System.IO.Path.GetFileName(Path);

    public string Extension => System.IO.Path.GetExtension(Path);

    public bool IsCSharp => Extension == ".cs";

    public string[] Lines { get; } = Text.Split('\n');

    /// <summary>The syntax tree; an empty one for what is not C#.</summary>
    public SyntaxNode Root => root ??= CSharpSyntaxTree.ParseText(IsCSharp ? Text : string.Empty).GetRoot();

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public Finding At(SyntaxNode node, string what) => At(LineOf(node.Span), what);

    public Finding At(int line, string what) => new(Path, line, what);

    /// <summary>Lines of a node, its comments in front not counted.</summary>
    public static int LinesOf(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private int LineOf(TextSpan span) => Root.SyntaxTree.GetLineSpan(span).StartLinePosition.Line + 1;
}

/// <summary>Something that is not as the style asks.</summary>
public sealed record Finding(string Path, int Line, string What)
{
    public override string ToString() => $"{Path}:{Line}: {What}";
}
