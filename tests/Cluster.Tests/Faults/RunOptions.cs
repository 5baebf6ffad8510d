using System.Globalization;

namespace Yihao.Cluster.Tests.Faults;

/// <summary>What a run is told by its environment, so that one class makes the short and the long run.</summary>
/// <param name="Time">YIHAO_FAULT_MINUTES. Zero (the default): each kind of fault once; a soak takes 20.</param>
/// <param name="Seed">YIHAO_FAULT_SEED. Default: another one each time, printed.</param>
/// <param name="Nodes">YIHAO_FAULT_NODES. Default 3.</param>
/// <param name="Keeps">YIHAO_FAULT_KEEP. Default: logs and history are kept only when the run fails.</param>
/// <param name="IsSoak">YIHAO_FAULT_SOAK. No faults; the nodes' memory is printed now and then.</param>
/// <param name="Databases">YIHAO_FAULT_DATABASES. PostgreSQL servers that the ledger is split over. Default 1.</param>
/// <param name="Only">YIHAO_FAULT_ONLY. Kinds of fault, with commas between; no other comes.</param>
internal sealed record RunOptions(
    TimeSpan Time, int Seed, int Nodes, bool Keeps, bool IsSoak, IReadOnlyList<string> Only, int Databases)
{
    private const double SoakMinutes = 20;

    public bool IsShort => Time == TimeSpan.Zero;

    /// <summary>Workers leave a node that is not ready, as behind a reverse proxy, before it fails them.</summary>
    public bool LeavesUnready { get; init; }

    public static RunOptions Read() => new(
        TimeSpan.FromMinutes(Minutes()),
        (int?)Number("YIHAO_FAULT_SEED") ?? Random.Shared.Next(1, 1_000_000),
        (int?)Number("YIHAO_FAULT_NODES") ?? 3,
        Number("YIHAO_FAULT_KEEP") > 0,
        IsToSoak,
        (Environment.GetEnvironmentVariable("YIHAO_FAULT_ONLY") ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        (int?)Number("YIHAO_FAULT_DATABASES") ?? 1);

    private static bool IsToSoak => Number("YIHAO_FAULT_SOAK") > 0;

    private static double Minutes() =>
        Number("YIHAO_FAULT_MINUTES") is { } minutes and > 0 ? minutes : IsToSoak ? SoakMinutes : 0;

    private static double? Number(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? double.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
