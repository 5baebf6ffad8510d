using System.Globalization;
using Yihao.Bench.Shared;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Report;

/// <summary>The pictures of the page.</summary>
internal static class Plots
{
    private const string Grid = "#ddd";

    /// <summary>Bars: mean and p95 of each case.</summary>
    public static Drawing Bars(string title, IReadOnlyList<Figures> cases)
    {
        const int left = 250, top = 56, row = 46;
        var drawing = new Drawing(860, top + row * cases.Count + 50);
        var axis = Axis.Upto(cases.Max(c => c.Quantile(0.95)));
        double X(double minutes) => left + minutes / axis.Most * (drawing.Width - left - 60);
        drawing.Text(16, 26, title, size: 15, bold: true);
        foreach (var tick in axis.Ticks)
        {
            drawing.Line(X(tick), top - 8, X(tick), drawing.Height - 44, Grid);
            drawing.Text(X(tick), drawing.Height - 28, Number(tick), "middle");
        }

        const string words = "minutes waited (blue: mean, orange: 95 % wait no longer)";
        drawing.Text(X(axis.Most / 2), drawing.Height - 8, words, "middle");
        for (var i = 0; i < cases.Count; i++)
        {
            var y = top + row * i;
            drawing.Text(left - 10, y + 22, cases[i].Case.Name, "end");
            Bar(y, cases[i].Mean(), Drawing.Colours[1]);
            Bar(y + 17, cases[i].Quantile(0.95), Drawing.Colours[2]);
        }

        return drawing;

        void Bar(double y, double minutes, string colour)
        {
            drawing.Box(left, y, X(minutes) - left, 15, colour);
            drawing.Text(X(minutes) + 5, y + 12, minutes.ToString("0.0", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>One panel per level: the mean wait by the hour of arrival.</summary>
    public static Drawing OverTheDay(string title, IReadOnlyList<Figures> cases)
    {
        const int panel = 240, left = 70;
        var drawing = new Drawing(860, 60 + 3 * panel + 24 * ((cases.Count + 1) / 2));
        drawing.Text(16, 26, title, size: 15, bold: true);
        foreach (var level in Enum.GetValues<Level>())
        {
            var frame = new Frame(drawing, left, 56 + panel * (int)level, drawing.Width - left - 30, panel - 60);
            var axis = Axis.Upto(cases.Max(c => Points(c, level).Max(p => p.Minutes)));
            Hour(frame, axis, level);
            for (var i = 0; i < cases.Count; i++)
            {
                drawing.Path(
                    Points(cases[i], level).Select(p => (X(frame, p.Hours), frame.Y(p.Minutes / axis.Most))),
                    Drawing.Colours[i]);
            }
        }

        Legend(drawing, cases, 64 + 3 * panel);
        return drawing;
    }

    /// <summary>How many wait longer than so many minutes, on a logarithmic scale.</summary>
    public static Drawing Tail(string title, IReadOnlyList<Figures> cases)
    {
        const int decades = 4;
        var drawing = new Drawing(860, 470 + 24 * ((cases.Count + 1) / 2));
        var frame = new Frame(drawing, 80, 50, 750, 350);
        var axis = Axis.Upto(Math.Min(180, cases.Max(c => c.Quantile(0.9999))));
        drawing.Text(16, 26, title, size: 15, bold: true);
        for (var d = 0; d <= decades; d++)
        {
            var y = frame.Y(1 - d / (double)decades);
            drawing.Line(frame.Left, y, frame.Left + frame.Wide, y, Grid);
            drawing.Text(frame.Left - 8, y + 4, Number(100 / Math.Pow(10, d)) + " %", "end");
        }

        foreach (var tick in axis.Ticks)
        {
            drawing.Line(frame.X(tick / axis.Most), frame.Top, frame.X(tick / axis.Most), frame.Top + frame.High, Grid);
            drawing.Text(frame.X(tick / axis.Most), frame.Top + frame.High + 18, Number(tick), "middle");
        }

        drawing.Text(frame.X(0.5), frame.Top + frame.High + 38, "minutes", "middle");
        drawing.Upright(20, frame.Y(0.5), "share of citizens who wait longer");
        for (var i = 0; i < cases.Count; i++)
        {
            var points = Enumerable.Range(0, 301)
                .Select(k => (X: k / 300.0, Share: cases[i].Beyond(k / 300.0 * axis.Most)))
                .Where(p => p.Share > Math.Pow(10, -decades))
                .Select(p => (frame.X(p.X), frame.Y(1 + Math.Log10(p.Share) / decades)));
            drawing.Path(points, Drawing.Colours[i]);
        }

        Legend(drawing, cases, 460);
        return drawing;
    }

    private static void Hour(Frame frame, Axis axis, Level level)
    {
        foreach (var tick in axis.Ticks)
        {
            var y = frame.Y(tick / axis.Most);
            frame.Drawing.Line(frame.Left, y, frame.Left + frame.Wide, y, Grid);
            frame.Drawing.Text(frame.Left - 8, y + 4, Number(tick), "end");
        }

        for (var hour = (int)Math.Ceiling(Hours.Opens); hour <= Hours.LastNumber; hour++)
            frame.Drawing.Text(X(frame, hour), frame.Top + frame.High + 18, $"{hour}:00", "middle");
        frame.Drawing.Text(frame.Left, frame.Top - 8, $"{level} halls: mean wait by time of arrival", bold: true);
        frame.Drawing.Upright(20, frame.Y(0.5), "minutes waited");
    }

    private static double X(Frame frame, double hours) =>
        frame.X((hours - Hours.Opens) / (Hours.LastNumber - Hours.Opens));

    private static IEnumerable<(double Hours, double Minutes)> Points(Figures figures, Level level)
    {
        for (var bin = 0; bin < DayFigures.Bins; bin++)
        {
            if (figures.MeanByHour(level, bin) is { } minutes)
                yield return (Hours.Opens + (bin + 0.5) * DayFigures.BinHours, minutes);
        }
    }

    private static void Legend(Drawing drawing, IReadOnlyList<Figures> cases, double top)
    {
        for (var i = 0; i < cases.Count; i++)
        {
            var (x, y) = (80 + 390 * (i % 2), top + 24 * (i / 2));
            drawing.Line(x, y - 4, x + 28, y - 4, Drawing.Colours[i], 3);
            drawing.Text(x + 36, y, cases[i].Case.Name);
        }
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Where a plot lies in the drawing; 0 to 1 from left to right and from below to above.</summary>
    private sealed record Frame(Drawing Drawing, double Left, double Top, double Wide, double High)
    {
        public double X(double share) => Left + share * Wide;

        public double Y(double share) => Top + High - share * High;
    }

    /// <summary>From 0 up, with round steps.</summary>
    private sealed record Axis(double Most, double Step)
    {
        private static readonly double[] Round = [1, 2, 5, 10];

        public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round(Most / Step) + 1).Select(i => i * Step);

        public static Axis Upto(double most)
        {
            var rough = Math.Max(most, 0.1) / 6;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            var step = Round.First(s => s * power >= rough) * power;
            return new(step * Math.Ceiling(most / step), step);
        }
    }
}
