using System.Text.Json;

namespace Yihao.Bench.Shared;

/// <summary>
/// A network of like halls for measurements: county halls on their own, without tiers, each with windows for everything
/// and one clerk per window. Windows pull: a clerk calls the next one himself.
/// </summary>
public static class MeasuredNetwork
{
    /// <summary>The only matter.</summary>
    public const string Matter = "card";

    private static readonly string[] _levels = ["county"];

    /// <summary>The hall with this index, from 0: six digits.</summary>
    public static string Hall(int index) => $"{100_000 + index}";

    /// <summary>The window with this index, from 0.</summary>
    public static string Window(int index) => $"{index + 1}";

    /// <summary>The clerk whose post the window is.</summary>
    public static string Clerk(int hall, int window) => $"c{hall}-{window + 1}";

    /// <summary>The network file.</summary>
    /// <param name="halls">1 to 100,000.</param>
    /// <param name="windows">In each hall, 1 to 200.</param>
    public static string Text(int halls, int windows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(halls is >= 1 and <= 100_000, true);
        ArgumentOutOfRangeException.ThrowIfNotEqual(windows is >= 1 and <= 200, true);
        var all = Enumerable.Range(0, halls);
        var each = Enumerable.Range(0, windows);
        return JsonSerializer.Serialize(new
        {
            name = "measured",
            matters = new[] { new { matter = Matter, name = "换卡", department = "人社", levels = _levels } },
            clerks = all.SelectMany(h => each.Select(w => new
            {
                clerk = Clerk(h, w), name = $"{w + 1}", hall = Hall(h), skills = "everything",
            })),
            halls = all.Select(h => new
            {
                hall = Hall(h),
                name = $"大厅{h + 1}",
                windows = each.Select(w => new
                {
                    window = Window(w), kind = "general", posts = new { a = Clerk(h, w), b = Array.Empty<string>() },
                }),
            }),
        });
    }
}
