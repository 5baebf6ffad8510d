namespace Yihao.Tidy.Tests;

/// <summary>A rule that no build checks is decoration: this build checks these.</summary>
public sealed class RepositoryTests
{
    public static TheoryData<string> Rules => [.. Check.All.Select(c => c.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_repository_keeps_the_rule(string rule)
    {
        var check = Check.All.Single(c => c.Rule == rule);
        var findings = check.Find(Repository.Files).Select(f => f.ToString()).Distinct().ToList();

        Assert.True(findings.Count == 0, $"{rule}:\n  " + string.Join("\n  ", findings.Take(100)));
    }

    [Fact]
    public void The_checks_see_the_sources()
    {
        Assert.Contains(Repository.Files, f => f.Path == "src/Rules/Decide.cs");
        Assert.Contains(Repository.Files, f => f.Path == "src/Grains/Halls/LiveHall.cs");
        Assert.Contains(Repository.Files, f => f.Path == "Directory.Packages.props");
    }
}
