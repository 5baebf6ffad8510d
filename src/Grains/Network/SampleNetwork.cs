namespace Yihao.Grains.Network;

/// <summary>The sample network: real divisions of one city, sample layouts, matters and clerks. Its halls are
/// always open.</summary>
public static class SampleNetwork
{
    private const string Resource = "Yihao.Grains.Network.sample.json";

    private static readonly Lazy<string> Loaded = new(Read);

    /// <summary>The text of samples/beihai/network.json, which travels inside the program; it parses without
    /// mistakes.</summary>
    public static string Text => Loaded.Value;

    private static string Read()
    {
        using var stream = typeof(SampleNetwork).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
