using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Yihao.EndToEnd.Tests.Looks;

/// <summary>Looks at page after page with axe; says at the end everything that it found.</summary>
internal sealed class Axe
{
    // Of what is right only that it is right: the places of it would take most of the time.
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations] };

    private readonly List<string> violations = [];

    /// <param name="what">Which page, and in what state.</param>
    public async Task Look(IPage page, string what)
    {
        var result = await page.RunAxe(Options);
        Assert.True(result.Passes.Length > 5, $"{what}: axe saw next to nothing");
        violations.AddRange(result.Violations.Select(violation => $"{what}: {Words(violation)}"));
    }

    public void FoundNothing() => Assert.True(violations.Count == 0, string.Join('\n', violations));

    private static string Words(AxeResultItem violation) =>
        $"{violation.Impact} {violation.Id}: {violation.Help}\n    "
        + string.Join("\n    ", violation.Nodes.Take(5).Select(node => node.Html));
}
