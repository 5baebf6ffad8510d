namespace Yihao.Hub;

/// <summary>Settings of the doors. A wrong one stops the start: see <see cref="Faults"/>.</summary>
public sealed record HubOptions
{
    private const int LongestNode = 300;

    /// <summary>
    /// Name of this node, unique in the cluster, 1 to 300 characters: in a cluster the program puts its Cluster:Node
    /// of up to 100 before the default. Default: the machine's name and the process id, so that two nodes of one
    /// machine do not take each other's place at a hall. Not a setting of the command line.
    /// </summary>
    public string Node { get; init; } = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>
    /// Doors:PublicUrl. Address that citizens' phones reach the server at: it stands in the QR of the paper. An http or
    /// https address without query. Default null: the address that the request came to.
    /// </summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>
    /// Doors:TicketsPerSecond. Numbers that one remote address may take, per second. Default 5,000; 1 to 1,000,000.
    /// </summary>
    public int TicketsPerSecond { get; init; } = 5_000;

    /// <summary>
    /// Numbers that one remote address may take at once after a pause. Default null: twice those of a second; 1 to
    /// 10,000,000. Not a setting of the command line.
    /// </summary>
    public int? TicketsBurst { get; init; }

    /// <summary>
    /// Doors:InFlight. Calls to halls that may be under way at once; more are answered <c>try-again</c> at once, so
    /// that nothing piles up while the database is slow. Default 2,000; 1 to 100,000.
    /// </summary>
    public int InFlight { get; init; } = 2_000;

    /// <summary>
    /// Events on their way to a slow screen before it is cut off. Default 4,096; 2,048 to 65,536. Not a setting of the
    /// command line.
    /// </summary>
    public int ScreenBuffer { get; init; } = 4_096;

    /// <summary>
    /// Voice:Path. Folder with clips that replace the usual ones of the voice. Default null: none do.
    /// </summary>
    public string? VoicePath { get; init; }

    /// <summary>Folder with the built pages. Default: <c>wwwroot</c> beside the program.</summary>
    public string PagesPath { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>
    /// demo. Pace of the sample citizens and clerks, 1 to 60 times a real hall's. Default null: nobody comes.
    /// </summary>
    public double? DemoPace { get; init; }

    /// <summary>
    /// The doors stand open to other machines although nobody signs in. Default false. Only shown to people.
    /// </summary>
    public bool DoorsOpen { get; init; }

    /// <summary>
    /// What is wrong with the settings: a sentence each, with name, value and range; the name is that of the command
    /// line, or of the property where the command line has none. Empty when all are right.
    /// </summary>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        if (Node.Length is < 1 or > LongestNode)
            faults.Add($"Node is '{Node}': it must have 1 to {LongestNode} characters.");
        if (PublicUrl is { } url && !IsPlainAddress(url))
            faults.Add($"Doors:PublicUrl is '{url}': it must be an http or https address without query.");
        OutOfRange(faults, "Doors:TicketsPerSecond", TicketsPerSecond, 1, 1_000_000);
        OutOfRange(faults, "Doors:InFlight", InFlight, 1, 100_000);
        if (TicketsBurst is { } burst)
            OutOfRange(faults, nameof(TicketsBurst), burst, 1, 10_000_000);
        OutOfRange(faults, nameof(ScreenBuffer), ScreenBuffer, 2_048, 65_536);
        if (DemoPace is { } pace)
            OutOfRange(faults, "demo", pace, 1, 60);
        return faults;
    }

    private static bool IsPlainAddress(Uri url) =>
        url.IsAbsoluteUri && url.Scheme is "http" or "https" && url.Query.Length == 0;

    private static void OutOfRange(List<string> faults, string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            faults.Add(FormattableString.Invariant($"{name} is {value}: it must be {least} to {most}."));
    }
}
