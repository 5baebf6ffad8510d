namespace Yihao.Load;

/// <summary>What the command line says.</summary>
/// <param name="Database">Of a server that runs already, to count the processor time of its PostgreSQL.</param>
/// <param name="Callers">Of a closed loop; null for an open one.</param>
/// <param name="Rate">Lives per second of an open loop.</param>
/// <param name="Screens">That follow halls; null for what the scenario needs.</param>
/// <param name="Windows">In each hall; null for what the scenario needs.</param>
internal sealed record Options(
    string Scenario,
    bool Start,
    Uri? Address,
    string? Database,
    bool Baseline,
    int? Callers,
    int Rate,
    int Seconds,
    int WarmUpSeconds,
    int? Halls,
    int? Windows,
    int? Backlog,
    int? Screens,
    int Events,
    int Pairs,
    int Kills,
    int Pool,
    string? JsonFile,
    bool Help)
{
    private static readonly Options Usual = new(
        "", false, null, null, false, null, 100, 10, 3, null, null, null, null, 1_000_000, 5, 20, 32, null, false);

    private const int SoakSeconds = 3_600;

    private static readonly string[] OfBoth = ["lives", "hall", "backlog", "soak"];

    /// <returns>The options, or what is wrong with them.</returns>
    public static (Options? Options, string? Error) Parse(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args.Any(a => a is "--help" or "-h"))
            return (Usual with { Help = true }, null);
        if (!Scenarios.Scenario.Names.Contains(args[0]))
            return (null, $"'{args[0]}' is no scenario: {string.Join(", ", Scenarios.Scenario.Names)}. See --help.");
        var reader = new OptionReader(args.Skip(1));
        var options = Usual with
        {
            Scenario = args[0],
            Start = reader.Flag("--start"),
            Address = reader.Address("--address"),
            Database = reader.Text("--database"),
            Baseline = reader.Word("--target", "yihao", "baseline") == "baseline",
            Callers = reader.Number("--callers", 1, 4_096),
            Rate = reader.Number("--rate", 1, 100_000) ?? Usual.Rate,
            Seconds = reader.Number("--seconds", 1, 86_400) ?? (args[0] == "soak" ? SoakSeconds : Usual.Seconds),
            WarmUpSeconds = reader.Number("--warm-up", 0, 600) ?? Usual.WarmUpSeconds,
            Halls = reader.Number("--halls", 1, 10_000),
            Windows = reader.Number("--windows", 1, 200),
            Backlog = reader.Number("--backlog", 0, 1_000_000),
            Events = reader.Number("--events", 1, 100_000_000) ?? Usual.Events,
            Pairs = reader.Number("--pairs", 1, 100) ?? Usual.Pairs,
            Kills = reader.Number("--kills", 1, 1_000) ?? Usual.Kills,
            Screens = reader.Number("--screens", 1, 20_000),
            Pool = reader.Number("--pool", 1, 400) ?? Usual.Pool,
            JsonFile = reader.Text("--json"),
        };
        return (reader.Error ?? options.Fault()) is { } error ? (null, error) : (options, null);
    }

    private string? Fault()
    {
        if (Start == Address is not null)
            return "Say either --start or --address URL.";
        if (!Start && Scenario is "restart" or "failover")
            return $"{Scenario} kills what it has started: say --start.";
        if (Baseline && Screens is not null)
            return "--screens follow halls over SignalR, which the target baseline does not have.";
        return Baseline && !OfBoth.Contains(Scenario) ? $"{Scenario} is for the target yihao." : null;
    }
}
