using Yihao.Grains.Network.Reading;

namespace Yihao.Grains.Network;

/// <summary>
/// The network as one JSON file; comments and trailing commas are allowed. Fields of the file: name, domains, layouts,
/// matters, clerks, halls. A field has the name of the property that it fills, in camel case, and the default that
/// stands
/// there; <see cref="SampleNetwork"/> is an example. A hall may name one of the layouts and state only what differs.
/// </summary>
public static class NetworkFile
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int LongestText = 32 * 1024 * 1024;

    /// <summary>
    /// Reads a file's text. Never throws for what the text holds: every mistake that can be seen is in the answer.
    /// </summary>
    public static NetworkResult Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mistakes = new Mistakes();
        var network = text.Length > LongestText ? null : Read(text, mistakes);
        if (text.Length > LongestText)
            mistakes.Add(1, $"the file has {text.Length} characters; {LongestText} are allowed");
        return network is null || mistakes.Any
            ? new NetworkResult.Invalid(mistakes.ByLine())
            : new NetworkResult.Valid(network);
    }

    private static NetworkDefinition? Read(string text, Mistakes mistakes)
    {
        if (JsonTreeReader.Read(text, mistakes) is not { } tree)
            return null;
        if (tree is not JsonTree.Fields root)
        {
            mistakes.Add(tree.Line, $"the file is {tree.Describe()}; an object is allowed");
            return null;
        }
        var file = new FieldReader(root, "the file", mistakes);
        var reading = new NetworkReading(mistakes);
        var name = file.Text("name") ?? "";
        var domains = Domains(file);
        reading.Domains.UnionWith(domains);
        HallReader.GatherIds(root, reading);
        MatterReader.ReadAll(file, reading);
        ClerkReader.ReadAll(file, reading);
        var halls = HallReader.ReadAll(file, Layouts.Read(file, mistakes), reading);
        file.Done();
        NetworkChecks.Check(halls, reading);
        return mistakes.Any ? null : new(name, domains, halls, [.. reading.Clerks.Values], [.. reading.Matters.Values]);
    }

    private static IReadOnlyList<string> Domains(FieldReader file) =>
        file.Has("domains")
            ? [.. file.Texts("domains").Select(domain => domain.Value)]
            : NetworkDefinition.UsualDomains;
}
