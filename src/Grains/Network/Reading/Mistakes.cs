using System.Text;

namespace Yihao.Grains.Network.Reading;

/// <summary>Collects the mistakes of a file. The same mistake of the same line counts once: many halls share a
/// layout.</summary>
internal sealed class Mistakes
{
    private readonly HashSet<NetworkMistake> _all = [];

    internal bool Any => _all.Count > 0;

    internal void Add(int line, string text) => _all.Add(new(line, Printable(text)));

    internal IReadOnlyList<NetworkMistake> ByLine() => [.. _all.OrderBy(mistake => mistake.Line)];

    // A mistake quotes the file and ends on an operator's terminal, which must not obey what the file says.
    private static string Printable(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        var printable = new StringBuilder();
        foreach (var character in text)
            printable.Append(char.IsControl(character) ? $"\\u{(int)character:x4}" : character.ToString());
        return printable.ToString();
    }
}
