using Yihao.Bench.Shared;

namespace Yihao.Simulation.Report;

/// <summary>A page of the documentation with a part between two markers that is made here.</summary>
internal static class Page
{
    private const string Begins = "<!-- figures: made by bench/dispatch-quality.sh -->";

    private const string Ends = "<!-- end of figures -->";

    public static void Write(string path, string made)
    {
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(Begins, StringComparison.Ordinal), text.IndexOf(Ends, StringComparison.Ordinal));
        if (from < 0 || to < from)
            throw new InvalidOperationException($"{path} has no part between {Begins} and {Ends}");
        File.WriteAllText(path, text[..(from + Begins.Length)] + "\n" + made + text[to..]);
    }

    /// <returns>The lines of Markdown that show the picture.</returns>
    public static string Picture(string page, string name, string words, Drawing drawing)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(page))!, "images", "dispatch");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".svg"), drawing.ToString());
        return $"![{words}](images/dispatch/{name}.svg)\n";
    }
}
