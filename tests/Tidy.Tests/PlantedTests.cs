namespace Yihao.Tidy.Tests;

/// <summary>Each rule finds what it is there for: a check that never fires is no check.</summary>
public sealed class PlantedTests
{
    [Theory]
    [MemberData(nameof(Planted.Wrong), MemberType = typeof(Planted))]
    public void A_rule_finds_what_breaks_it(string rule, string path, string text)
    {
        Assert.NotEmpty(Find(rule, path, text));
    }

    [Theory]
    [MemberData(nameof(Planted.Right), MemberType = typeof(Planted))]
    public void A_rule_lets_pass_what_keeps_it(string rule, string path, string text)
    {
        Assert.Empty(Find(rule, path, text));
    }

    [Fact]
    public void Every_rule_has_something_planted_that_it_must_find()
    {
        var planted = Planted.Wrong.Select(row => row.Data.Item1).ToHashSet();

        Assert.DoesNotContain(Check.All, c => !planted.Any(p => c.Rule.StartsWith(p, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_finding_says_where_it_is()
    {
        var finding = Assert.Single(Find("No mark", "src/Rules/A.cs", "a\n// FIX" + "ME later\n"));

        Assert.StartsWith("src/Rules/A.cs:2: ", finding.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Several files are planted in one text: each begins with a line <c>=== path</c>.</summary>
    private static List<Finding> Find(string rule, string path, string text)
    {
        List<SourceFile> files = [];
        foreach (var part in $"=== {path}\n{text}".Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n');
            files.Add(new SourceFile(part[..end], part[(end + 1)..]));
        }

        return [.. Check.All.Single(c => c.Rule.StartsWith(rule, StringComparison.Ordinal)).Find(files)];
    }
}
