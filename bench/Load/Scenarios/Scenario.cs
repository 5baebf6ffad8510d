using System.Diagnostics;
using Yihao.Load.Clients;

namespace Yihao.Load.Scenarios;

/// <summary>All that the program can play.</summary>
internal static class Scenario
{
    public static IReadOnlyList<string> Names { get; } =
        ["lives", "hall", "backlog", "fanout", "restart", "failover", "soak"];

    /// <returns>The exit code: 1 when an answer was wrong.</returns>
    public static async Task<int> Run(Options options)
    {
        try
        {
            return await Play(options) ? 0 : 1;
        }
        catch (WrongAnswerException wrong)
        {
            await Console.Error.WriteLineAsync($"WRONG: {wrong.Message}");
            return 1;
        }
    }

    private static Task<bool> Play(Options options) => options.Scenario switch
    {
        "lives" => LivesScenario.Play(options, usualHalls: 100, usualBacklog: 0),
        "hall" => LivesScenario.Play(options, usualHalls: 1, usualBacklog: 0),
        "backlog" => LivesScenario.Play(options, usualHalls: 1, usualBacklog: 100_000),
        "fanout" => new FanOutScenario(options).Play(),
        "restart" => new RestartScenario(options).Play(),
        "failover" => new FailoverScenario(options, options.Halls ?? 20).Play(),
        "soak" => LivesScenario.Play(options with { Callers = null }, usualHalls: 100, usualBacklog: 0),
        _ => throw new UnreachableException(options.Scenario),
    };
}
