using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Yihao.Tidy.Tests.Checks;

/// <summary>What the rules may not know and a grain may not do.</summary>
internal static class Symbols
{
    /// <summary>Clocks, chance, tasks and the world outside: arguments in the rules, or nothing.</summary>
    private static readonly HashSet<string> OutsideRules =
    [
        "Task", "ValueTask", "Thread", "Timer", "Monitor", "Interlocked", "CancellationToken", "Random",
        "RandomNumberGenerator", "Stopwatch", "TimeProvider", "File", "Directory", "Console", "HttpClient", "Socket",
        "Environment", "Process",
    ];

    private static readonly HashSet<string> WallClocks =
    [
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow",
        "TimeProvider.System", "TimeZoneInfo.Local", "Guid.NewGuid",
    ];

    private static readonly HashSet<string> Blocking =
        ["Task.Run", "Task.Factory", "Thread.Sleep", "Task.WaitAll", "Task.WaitAny", "ThreadPool.QueueUserWorkItem"];

    /// <summary>From the first to the last id; docs/operations.md tells operators.</summary>
    private static readonly Dictionary<string, (int First, int Last)> EventRange = new(StringComparer.Ordinal)
    {
        ["src/Grains"] = (1000, 1999),
        ["src/Hub"] = (2001, 2499),
        ["src/Silo"] = (2500, 2999),
        ["src/Storage"] = (3000, 3999),
    };

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.Each("Rules knows no clock, no chance, no task and no outside", InRules),
        Check.Each("A grain does not block, lock, or ask the wall clock", InGrains),
        Check.Each("Storage holds no grain", InStorage),
        new("Event ids of log messages are given and unique", EventIds),
        Check.Each("Event ids are in the range of their project", EventRanges),
    ];

    private static IEnumerable<Finding> InRules(SourceFile file)
    {
        if (!file.IsUnder("src/Rules"))
            yield break;
        foreach (var node in file.Root.DescendantNodes())
        {
            if (node is SimpleNameSyntax name && OutsideRules.Contains(name.Identifier.Text))
                yield return file.At(node, name.Identifier.Text);
            if (node is MemberAccessExpressionSyntax member && WallClocks.Contains(member.ToString()))
                yield return file.At(node, member.ToString());
            if (node is AwaitExpressionSyntax)
                yield return file.At(node, "await");
        }

        foreach (var token in file.Root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.AsyncKeyword)))
            yield return file.At(token.Parent!, "async");
    }

    private static IEnumerable<Finding> InGrains(SourceFile file)
    {
        if (!file.IsUnder("src/Grains"))
            yield break;
        foreach (var node in file.Root.DescendantNodes())
        {
            if (node is LockStatementSyntax)
                yield return file.At(node, "lock");
            if (node is not MemberAccessExpressionSyntax member)
                continue;
            var text = member.ToString();
            if (Blocking.Contains(text) || WallClocks.Contains(text))
                yield return file.At(node, text);
            if (member.Name.Identifier.Text is "Result" or "GetResult" || IsWait(member))
                yield return file.At(node, "." + member.Name.Identifier.Text);
        }
    }

    private static bool IsWait(MemberAccessExpressionSyntax member) =>
        member.Name.Identifier.Text == "Wait" && member.Parent is InvocationExpressionSyntax;

    private static IEnumerable<Finding> InStorage(SourceFile file) => file.IsUnder("src/Storage")
        ? file.Root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(n => n.Identifier.Text is "Grain" or "IGrainFactory" or "IClusterClient" or "IGrainBase")
            .Select(n => file.At(n, n.Identifier.Text))
        : [];

    private static IEnumerable<Finding> EventIds(IReadOnlyList<SourceFile> files)
    {
        var messages = files.SelectMany(Messages, (file, m) => (file, m.attribute, m.Id)).ToList();
        var none = messages.Where(m => m.Id is null).Select(m => m.file.At(m.attribute, "no event id"));
        var twice = messages.Where(m => m.Id is not null).GroupBy(m => m.Id).Where(g => g.Skip(1).Any());
        return none.Concat(
            twice.SelectMany(g => g.Select(m => m.file.At(m.attribute, $"event id {g.Key} is used twice"))));
    }

    private static IEnumerable<Finding> EventRanges(SourceFile file)
    {
        var (folder, range) = EventRange.FirstOrDefault(r => file.IsUnder(r.Key));
        return from message in Messages(file)
               where folder is null || !int.TryParse(message.Id, out var id) || id < range.First || id > range.Last
               select file.At(message.attribute, $"event id {message.Id} is not in {range.First} to {range.Last}");
    }

    private static IEnumerable<(AttributeSyntax attribute, string? Id)> Messages(SourceFile file) => file.Root
        .DescendantNodes()
        .OfType<AttributeSyntax>()
        .Where(a => a.Name.ToString() is "LoggerMessage" or "LoggerMessageAttribute")
        .Select(a => (a, IdOf(a)));

    private static string? IdOf(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var named = arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.Text == "EventId");
        var first = arguments.FirstOrDefault(a => a.NameEquals is null);
        return (named ?? first)?.Expression is { } id && int.TryParse(id.ToString().Replace("_", ""), out var number)
            ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }
}
