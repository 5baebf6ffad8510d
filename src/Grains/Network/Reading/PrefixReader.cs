using System.Collections.Frozen;

namespace Yihao.Grains.Network.Reading;

/// <summary>Reads the letters of a hall's numbers, by domain.</summary>
internal static class PrefixReader
{
    private static readonly string DomainLetters =
        string.Join(" ", HallDefinition.PrefixLetters.Where(letter => letter != HallDefinition.GeneralPrefix));

    internal static IReadOnlyDictionary<string, char> Read(FieldReader hall, NetworkReading reading)
    {
        var prefixes = new Dictionary<string, char> { [""] = HallDefinition.GeneralPrefix };
        foreach (var field in hall.Object("prefixes")?.All ?? [])
        {
            if (field.Name.Length > 0)
                reading.IsKnown(field.Name, field.Line, reading.Domains.Contains, "domain", "'prefixes'");
            if (Letter(field) is not { } letter)
                hall.Mistakes.Add(field.Line, field.Name.Length == 0
                    ? $"the prefix of everything else is {HallDefinition.GeneralPrefix}; no other letter is allowed"
                    : $"the prefix of '{field.Name}' is not allowed; one letter of {DomainLetters} is, "
                        + "they do not sound alike");
            else if (field.Name.Length > 0 && prefixes.ContainsValue(letter))
                hall.Mistakes.Add(field.Line,
                    $"the prefix {letter} is there twice; every letter is allowed once in a hall");
            else
                prefixes[field.Name] = letter;
        }
        return prefixes.ToFrozenDictionary();
    }

    private static char? Letter(JsonTree.Field field)
    {
        if (field.Value is not JsonTree.Text { Value: [var letter] } || !HallDefinition.PrefixLetters.Contains(letter))
            return null;
        var isGeneral = letter == HallDefinition.GeneralPrefix;
        return isGeneral == (field.Name.Length == 0) ? letter : null;
    }
}
