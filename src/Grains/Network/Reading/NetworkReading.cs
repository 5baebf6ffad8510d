namespace Yihao.Grains.Network.Reading;

/// <summary>What is known while a file is read: ids that may be referred to, and the line on which each thing
/// stands.</summary>
internal sealed class NetworkReading(Mistakes mistakes)
{
    internal Mistakes Mistakes => mistakes;

    internal HashSet<string> Domains { get; } = [];

    internal OrderedDictionary<string, MatterDefinition> Matters { get; } = [];

    internal OrderedDictionary<string, ClerkDefinition> Clerks { get; } = [];

    /// <summary>Gathered before anything is read, because clerks and matters refer to halls.</summary>
    internal HashSet<string> HallIds { get; } = [];

    internal Dictionary<string, int> HallLines { get; } = [];

    internal Dictionary<string, int> MatterLines { get; } = [];

    internal Dictionary<(string Hall, string Window), int> WindowLines { get; } = [];

    /// <summary>Where the posts of a window stand; the line of the hall when it has none.</summary>
    internal Dictionary<(string Hall, string Window), int> PostLines { get; } = [];

    /// <summary>The texts that are known; the others are noted as an unknown <paramref name="kind"/>.</summary>
    internal IReadOnlyList<string> Known(
        IEnumerable<JsonTree.Text> texts, Func<string, bool> isKnown, string kind, string what) =>
        [.. texts.Where(text => IsKnown(text.Value, text.Line, isKnown, kind, what)).Select(text => text.Value)];

    internal bool IsKnown(string id, int line, Func<string, bool> isKnown, string kind, string what)
    {
        if (isKnown(id))
            return true;
        mistakes.Add(line, $"{what} names the unknown {kind} '{id}'; {kind}s of this file are allowed");
        return false;
    }

    /// <summary>Notes the second thing of one id.</summary>
    internal bool IsNew(bool isNew, string kind, string id, int line)
    {
        if (!isNew)
            mistakes.Add(line, $"the {kind} '{id}' is there twice; every {kind} id is allowed once");
        return isNew;
    }
}
