namespace Yihao.Rules;

/// <summary>Windows in the order people count them: 2 before 10, numbers before names.</summary>
internal sealed class WindowOrder : IComparer<string>
{
    public static WindowOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (xs, ys) = (int.TryParse(x, out var xn), int.TryParse(y, out var yn));
        if (xs && ys && xn != yn)
            return xn.CompareTo(yn);
        return xs == ys ? string.CompareOrdinal(x, y) : xs ? -1 : 1;
    }
}
