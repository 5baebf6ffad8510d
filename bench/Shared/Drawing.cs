using System.Globalization;
using System.Text;

namespace Yihao.Bench.Shared;

/// <summary>A plain SVG: shapes and words, nothing that runs, readable on white and on dark pages.</summary>
public sealed class Drawing(int width, int height)
{
    /// <summary>Told apart by the colour-blind too (Okabe and Ito 2008).</summary>
    public static readonly string[] Colours =
        ["#999999", "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#000000"];

    private readonly StringBuilder body = new();

    public int Width => width;

    public int Height => height;

    public void Line(double x1, double y1, double x2, double y2, string colour, double thick = 1) =>
        Add($"<path d='M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}' stroke='{colour}' stroke-width='{thick:0.#}'/>");

    public void Path(IEnumerable<(double X, double Y)> points, string colour) =>
        Add($"<polyline fill='none' stroke='{colour}' stroke-width='2' points='{Joined(points)}'/>");

    public void Box(double x, double y, double wide, double high, string colour) =>
        Add($"<rect x='{x:0.#}' y='{y:0.#}' width='{wide:0.#}' height='{high:0.#}' fill='{colour}'/>");

    /// <param name="anchor">start, middle or end.</param>
    public void Text(double x, double y, string text, string anchor = "start", int size = 12, bool bold = false)
    {
        var weight = bold ? 600 : 400;
        var place = FormattableString.Invariant($"x='{x:0.#}' y='{y:0.#}' text-anchor='{anchor}'");
        Add($"<text {place} font-size='{size}' font-weight='{weight}'>{Escaped(text)}</text>");
    }

    /// <summary>Along the vertical axis, read from below.</summary>
    public void Upright(double x, double y, string text)
    {
        var place = FormattableString.Invariant($"transform='translate({x:0.#} {y:0.#}) rotate(-90)'");
        Add($"<text {place} text-anchor='middle' font-size='12'>{Escaped(text)}</text>");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"
          font-family="system-ui, 'Noto Sans', sans-serif" fill="#222">
        <rect width="{width}" height="{height}" fill="#fff"/>
        {body}</svg>

        """);

    private static string Joined(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")));

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("'", "&#39;");

    private void Add(FormattableString shape) =>
        body.Append(FormattableString.Invariant(shape).Replace('\'', '"')).Append('\n');
}
