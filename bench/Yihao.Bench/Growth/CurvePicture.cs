using System.Globalization;
using Yihao.Bench.Shared;

namespace Yihao.Bench.Growth;

/// <summary>A curve on two logarithmic scales, with a dashed line of proportional growth to compare with.</summary>
internal static class CurvePicture
{
    private const int Width = 720;
    private const int Height = 420;
    private const double Left = 80;
    private const double Top = 56;
    private const double Wide = 600;
    private const double High = 280;
    private const string Grid = "#ddd";

    public static Drawing Of(Curve curve)
    {
        var drawing = new Drawing(Width, Height);
        var points = curve.Points;
        var across = Decades(points.Select(p => p.Size));
        var up = Decades(points.Select(p => p.Value));
        drawing.Text(16, 26, curve.Title, size: 15, bold: true);
        for (var d = across.Low; d <= across.High; d++)
        {
            drawing.Line(X(d), Top, X(d), Top + High, Grid);
            drawing.Text(X(d), Top + High + 18, Name(d), "middle");
        }

        for (var d = up.Low; d <= up.High; d++)
        {
            drawing.Line(Left, Y(d), Left + Wide, Y(d), Grid);
            drawing.Text(Left - 8, Y(d) + 4, Name(d), "end");
        }

        drawing.Text(Left + Wide / 2, Top + High + 40, curve.Of, "middle");
        drawing.Upright(20, Top + High / 2, curve.Cost);
        // In proportion from the first point on, as far as the frame goes.
        var (size, value) = (Math.Log10(points[0].Size), Math.Log10(points[0].Value));
        var reach = Math.Min(across.High - size, up.High - value);
        drawing.Path([(X(size), Y(value)), (X(size + reach), Y(value + reach))], Drawing.Colours[0]);
        drawing.Path(points.Select(p => (X(Math.Log10(p.Size)), Y(Math.Log10(p.Value)))), Drawing.Colours[1]);
        foreach (var point in points)
            drawing.Box(X(Math.Log10(point.Size)) - 3, Y(Math.Log10(point.Value)) - 3, 6, 6, Drawing.Colours[1]);
        drawing.Text(Left, Height - 14, "blue: measured; grey: what growth in proportion would be");
        return drawing;

        double X(double decade) => Left + (decade - across.Low) / (across.High - across.Low) * Wide;
        double Y(double decade) => Top + High - (decade - up.Low) / (up.High - up.Low) * High;
    }

    private static (int Low, int High) Decades(IEnumerable<double> values)
    {
        var logs = values.Select(Math.Log10).ToList();
        var low = (int)Math.Floor(logs.Min());
        return (low, Math.Max(low + 1, (int)Math.Ceiling(logs.Max())));
    }

    private static string Name(int decade) => decade switch
    {
        >= 6 => string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, decade - 6):0} M"),
        >= 3 => string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, decade - 3):0} k"),
        _ => Math.Pow(10, decade).ToString("0.#####", CultureInfo.InvariantCulture),
    };
}
