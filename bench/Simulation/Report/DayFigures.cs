using Yihao.Simulation.Play;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Report;

/// <summary>What one day under one policy came to.</summary>
internal sealed class DayFigures
{
    /// <summary>Of a plot over the hours.</summary>
    public const double BinHours = 0.25;

    public static readonly int Bins = (int)Math.Ceiling((Hours.LastNumber - Hours.Opens) / BinHours);

    private DayFigures(IReadOnlyList<Visit> visits)
    {
        foreach (var visit in visits)
            Add(visit);
    }

    /// <summary>Minutes waited, by level.</summary>
    public List<float>[] Waits { get; } = [[], [], []];

    /// <summary>Sum and count of waits by the hour of arrival, for each level.</summary>
    public (double Sum, int Count)[,] ByHour { get; } = new (double, int)[3, Bins];

    public int Citizens { get; private set; }

    public int NoShows { get; private set; }

    public int Remote { get; private set; }

    /// <summary>Came, and were never served.</summary>
    public int Lost { get; private set; }

    public long[] BusyMicros { get; } = new long[3];

    public long[] PresentMicros { get; } = new long[3];

    public long Calls { get; private set; }

    public long OutOfOrder { get; private set; }

    public long CallsOfOldest { get; private set; }

    public long OldestPassedOver { get; private set; }

    public long AlarmMissing { get; private set; }

    public long Decided { get; private set; }

    public double Mean => Waits.SelectMany(w => w).Average();

    public static DayFigures Of(CountyPlay play)
    {
        var figures = new DayFigures(play.Visits) { Decided = play.Decided };
        foreach (var seat in play.Seats)
        {
            figures.BusyMicros[(int)seat.Site.Level] += seat.BusyMicros;
            figures.PresentMicros[(int)seat.Site.Level] += seat.PresentMicros;
        }

        figures.Calls = play.Referees.Sum(r => r.Calls);
        figures.OutOfOrder = play.Referees.Sum(r => r.OutOfOrder);
        figures.CallsOfOldest = play.Referees.Sum(r => r.CallsOfOldest);
        figures.OldestPassedOver = play.Referees.Sum(r => r.OldestPassedOver);
        figures.AlarmMissing = play.Referees.Sum(r => r.AlarmMissing);
        return figures;
    }

    public static DayFigures Of(CentralPlay play) => new(play.Visits);

    private void Add(Visit visit)
    {
        Citizens++;
        NoShows += visit.Citizen.NoShow ? 1 : 0;
        Remote += visit is { IsServed: true, IsRemote: true } ? 1 : 0;
        if (visit.WaitMinutes is not { } wait)
        {
            Lost += visit.Misses == 0 ? 1 : 0;
            return;
        }

        var level = (int)Site.All[visit.Citizen.Hall].Level;
        Waits[level].Add((float)wait);
        var hours = 4 + visit.Citizen.At / 3.6e9;
        var (sum, count) = ByHour[level, (int)((hours - Hours.Opens) / BinHours)];
        ByHour[level, (int)((hours - Hours.Opens) / BinHours)] = (sum + wait, count + 1);
    }
}
