namespace Yihao.Grains.Network.Reading;

/// <summary>Words of a closed list, written in camel case: "crossRegion".</summary>
internal static class Choices
{
    internal static TChoice? Of<TChoice>(JsonTree.Text text, string name, string what, Mistakes mistakes)
        where TChoice : struct, Enum
    {
        foreach (var choice in Enum.GetValues<TChoice>())
        {
            if (Word(choice) == text.Value)
                return choice;
        }
        var allowed = string.Join(", ", Enum.GetValues<TChoice>().Select(Word));
        mistakes.Add(text.Line, $"'{name}' of {what} is '{text.Value}'; allowed are {allowed}");
        return null;
    }

    internal static string Word<TChoice>(TChoice choice)
        where TChoice : struct, Enum
    {
        var name = choice.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
