namespace Yihao.Rules.Tests;

/// <summary>A table in text: the first line names the states, the others a command and what comes of it.</summary>
internal static class TextTable
{
    public static IEnumerable<(string Command, string State, string Expected)> Read(string table)
    {
        var lines = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var states = Cells(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            var cells = Cells(line);
            if (cells.Length != states.Length)
                throw new InvalidOperationException($"{cells.Length} cells where {states.Length} are named: {line}");
            for (var i = 1; i < cells.Length; i++)
                yield return (cells[0], states[i], Meaning(cells[0], cells[i]));
        }
    }

    private static string[] Cells(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    /// <summary>The cells of a wide table are short.</summary>
    private static string Meaning(string command, string cell) => cell switch
    {
        "shut" => "window-not-open",
        "busy" => "window-busy",
        "rest" => "window-paused",
        "who" => "clerk-unknown",
        "why" => "reason-missing",
        "idle" => "nothing",
        "-" => "ticket-not-called",
        "soon" => command.StartsWith("recall", StringComparison.Ordinal) ? "recall-too-soon" : "no-show-too-soon",
        "none" when command.StartsWith("accept", StringComparison.Ordinal)
            || command.StartsWith("decline", StringComparison.Ordinal) => "ticket-not-offered",
        "line" => "ticket-not-waiting",
        "here" => "ticket-not-gone",
        "??" => "ticket-unknown",
        "over" => "ticket-already-finished",
        _ => cell,
    };
}
