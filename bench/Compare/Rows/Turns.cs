using System.Globalization;
using Yihao.Bench.Shared;
using Yihao.Compare.Servers;

namespace Yihao.Compare.Rows;

/// <summary>Both sides in turns: first the best number of callers of each, then the pairs.</summary>
internal sealed class Turns(Options options, Database database, TextWriter progress)
{
    /// <summary>Of each number of callers, before the best is known.</summary>
    public const int Tries = 2;

    public const string CsvHead = "row,side,turn,callers,lives_per_s,client_us,server_us,postgres_us";

    /// <summary>
    /// The number of callers at which a side is fastest, once it is warm. They are tried upwards and then downwards, so
    /// that a machine that slows down meanwhile is not taken for too many callers.
    /// </summary>
    public async Task<int> Best(string row, string name, ISide side, IReadOnlyList<int> callers)
    {
        var rates = callers.ToDictionary(many => many, _ => 0d);
        foreach (var many in callers.Concat(callers.Reverse()))
            rates[many] += (await Turn(row, name, side, many, options.TrySeconds, "try")).Rate;
        return rates.MaxBy(tried => tried.Value).Key;
    }

    public async Task<Outcome> Pairs(
        string row, double? target, (ISide Side, int Callers) ours, (ISide Side, int Callers) other,
        double leastRate = 0)
    {
        var pairs = new List<(Run Ours, Run Other)>();
        for (var pair = 1; pair <= options.Pairs; pair++)
        {
            var theirs = await Turn(row, "other", other.Side, other.Callers, options.Seconds, $"{pair}");
            pairs.Add((await Turn(row, "ours", ours.Side, ours.Callers, options.Seconds, $"{pair}"), theirs));
        }

        return new(row, target, ours.Callers, other.Callers, pairs, leastRate);
    }

    public async Task<Run> Turn(string row, string name, ISide side, int callers, int seconds, string turn)
    {
        await database.Run("postgres", "checkpoint");
        await Task.Delay(Database.Rest);
        var run = await side.Live(callers, seconds);
        var line = string.Create(CultureInfo.InvariantCulture,
            $"\"{row}\",{name},{turn},{callers},{run.Rate:0},"
            + $"{run.ClientMicroseconds:0.0},{run.ServerMicroseconds:0.0},{run.DatabaseMicroseconds:0.0}");
        await File.AppendAllTextAsync(options.Csv, line + '\n');
        progress.WriteLine($"  {line}");
        return run;
    }
}

/// <summary>A row of the table of ratios.</summary>
/// <param name="Target">At least so many times as many lives per second; null where there is no target.</param>
/// <param name="LeastRate">Ours is to be at least this, in lives per second; 0 where there is no such target.</param>
internal sealed record Outcome(
    string Row, double? Target, int OurCallers, int OtherCallers, IReadOnlyList<(Run Ours, Run Other)> Pairs,
    double LeastRate = 0)
{
    public const string Head = """
        | row | ours, lives/s (callers) | other | ratio (spread) | target | | ours, us of CPU per life | other |
        |---|---|---|---|---|---|---|---|
        """;

    public double Ratio => Spread.Median(Ratios);

    private double[] Ratios => [.. Pairs.Select(p => p.Ours.Rate / p.Other.Rate)];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Row} | {Of(p => p.Ours.Rate):0} ({OurCallers}) | {Of(p => p.Other.Rate):0} ({OtherCallers}) "
        + $"| {Ratio:0.00} ({Ratios.Min():0.00} to {Ratios.Max():0.00}) | {Wanted} "
        + $"| {(Target is null ? "" : Ratio >= Target && Of(p => p.Ours.Rate) >= LeastRate ? "met" : "not met")} "
        + $"| {Used(p => p.Ours)} | {Used(p => p.Other)} |");

    /// <summary>Client, server and PostgreSQL, where there is such a process.</summary>
    private string Used(Func<(Run Ours, Run Other), Run> side)
    {
        double[] used =
        [
            Of(p => side(p).ClientMicroseconds),
            Of(p => side(p).ServerMicroseconds),
            Of(p => side(p).DatabaseMicroseconds),
        ];
        return string.Join(
            " + ", used.Where(u => u > 0).Select(u => u.ToString("0", CultureInfo.InvariantCulture)));
    }

    private string Wanted => string.Create(
        CultureInfo.InvariantCulture, $"{Target:0.00}{(LeastRate > 0 ? $", {LeastRate:0}/s" : "")}");

    private double Of(Func<(Run Ours, Run Other), double> figure) => Spread.Median(Pairs.Select(figure));
}
