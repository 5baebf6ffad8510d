using System.Globalization;
using Yihao.Cluster.Tests.Checking.Recording;

namespace Yihao.Cluster.Tests.Checking;

/// <summary>
/// Many workers do anything at once while the program is killed and started again: whatever it answers, the checker
/// finds nothing, or one of the two is wrong. <c>YIHAO_CROWD_SEED</c> and <c>YIHAO_CROWD_SECONDS</c> for another crowd.
/// </summary>
public sealed class CrowdTests
{
    private const int Workers = 8;

    [Theory]
    [InlineData("pull")]
    [InlineData("pushAndPull")]
    public async Task A_crowd_that_does_anything_finds_every_answer_true(string mode)
    {
        var (seed, seconds) = (Setting("YIHAO_CROWD_SEED", 1), Setting("YIHAO_CROWD_SECONDS", 3));
        await using var server = await CheckedServer.Start(CheckedCounty.TextWith(mode));
        await using var first = new Recorder(server.Address, "w0");
        var half = first.Now + TimeSpan.FromSeconds(seconds / 2.0);
        var crowd = Enumerable.Range(1, Workers)
            .Select(i => new Crowd(new Recorder(server.Address, $"w{i}", first), seed * Workers + i)
                .Act(first.Now + TimeSpan.FromSeconds(seconds)))
            .ToList();
        await first.Until("half of it", () => Task.FromResult(first.Now > half));
        await server.Kill();
        await server.StartAgain();
        await Task.WhenAll(crowd);
        await server.Kill();

        var verdict = Checker.Check(first.History, await server.Ledgers(), CheckedCounty.Network);
        TestContext.Current.TestOutputHelper?.WriteLine(verdict.Summary());
        Assert.True(verdict.Violations.Count == 0, $"seed {seed}, {mode}\n{verdict.Summary()}");
        Assert.All(
            new[] { "accepted", "refused", "read" },
            kind => Assert.True(verdict.Checked[$"replayed-answers: {kind}"] > 0, $"no {kind} was judged"));
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : usual;
}
