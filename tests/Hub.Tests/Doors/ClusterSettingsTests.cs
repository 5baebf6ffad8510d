using Yihao.Silo;
using Yihao.Silo.Commands;
using Yihao.Silo.Composition;

namespace Yihao.Hub.Tests.Doors;

/// <summary>A node among others, as it is written on the command line.</summary>
public sealed class ClusterSettingsTests
{
    private const int Longest = 100;

    private static readonly string[] OnPostgres =
        ["--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", "a"];

    [Fact]
    public void A_name_that_is_as_long_as_it_may_be_starts()
    {
        var name = new string('n', Longest);

        var settings = Read([.. OnPostgres, "--Cluster:Node", name]);

        Assert.Equal(name, settings.Cluster.Node);
        Assert.StartsWith(name, settings.Hub.Node, StringComparison.Ordinal);
    }

    [Fact]
    public void A_longer_one_is_refused_for_its_own_length() => Assert.EndsWith(
        ": 1 to 100 characters",
        Assert.Throws<WrongSettingException>(() =>
            Read([.. OnPostgres, "--Cluster:Node", new string('n', Longest + 1)])).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("--environment=Development")]
    [InlineData("--contentRoot=/tmp")]
    public void What_is_the_hosts_own_is_no_option(string option) => Assert.Contains(
        "is not an option",
        Assert.Throws<WrongSettingException>(() => Read([option])).Message,
        StringComparison.Ordinal);

    private static Settings Read(string[] options) => Settings.Read(CommandLine.Read(options));
}
