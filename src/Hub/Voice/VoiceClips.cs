using System.Collections.Frozen;

namespace Yihao.Hub.Voice;

/// <summary>
/// The recorded words that calls are joined from, as raw samples. The names are those of the folders Clips/zh,
/// Clips/en and Clips/both (chime and letters). A language's own clip goes before the one of both.
/// </summary>
public sealed class VoiceClips
{
    private const string Setting = "Voice:Path";
    private const string Resources = "voice/";

    private readonly FrozenDictionary<string, byte[]> _samples;

    private VoiceClips(FrozenDictionary<string, byte[]> samples) => _samples = samples;

    /// <summary>The clips inside the program: made by a synthesizer, complete for every call.</summary>
    public static VoiceClips Usual { get; } = new(Embedded().ToFrozenDictionary());

    /// <summary>
    /// The usual clips, replaced by those of a folder that has the same sub-folders; it may hold any part of them,
    /// and letters in zh or en too. Files are read once.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// There is no such folder, or a file in it is no clip; the message has the setting, the file and what is allowed.
    /// </exception>
    public static VoiceClips FromFolder(string path)
    {
        if (!Directory.Exists(path))
            throw new InvalidDataException($"{Setting} is '{path}', which is no folder; "
                + "a folder with sub-folders zh, en or both is allowed.");
        var samples = new Dictionary<string, byte[]>(Usual._samples);
        foreach (var file in Directory.EnumerateFiles(path, "*.wav", SearchOption.AllDirectories))
        {
            var name = Path.ChangeExtension(Path.GetRelativePath(path, file), null).Replace('\\', '/');
            if (!IsName(name))
                throw new InvalidDataException($"{Setting} holds '{file}', which no call speaks; "
                    + $"allowed are {string.Join(", ", Usual._samples.Keys.Order())}.");
            samples[name] = WavFile.Samples(File.ReadAllBytes(file))
                ?? throw new InvalidDataException($"{Setting} holds '{file}'; {WavFile.Allowed} is allowed.");
        }
        return new(samples.ToFrozenDictionary());
    }

    /// <summary>The samples of a word.</summary>
    internal ReadOnlySpan<byte> Samples(string clip, VoiceLanguage language) =>
        _samples.TryGetValue($"{Folder(language)}/{clip}", out var own) ? own : _samples[$"both/{clip}"];

    private static bool IsName(string name) =>
        Usual._samples.ContainsKey(name)
        || (name.Split('/') is ["zh" or "en", var clip] && Usual._samples.ContainsKey($"both/{clip}"));

    private static string Folder(VoiceLanguage language) => language == VoiceLanguage.Zh ? "zh" : "en";

    private static Dictionary<string, byte[]> Embedded()
    {
        var assembly = typeof(VoiceClips).Assembly;
        var samples = new Dictionary<string, byte[]>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            // The build writes folders with the separator of its own system.
            var name = resource.Replace('\\', '/');
            if (!name.StartsWith(Resources, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var file = new byte[stream.Length];
            stream.ReadExactly(file);
            samples[Path.ChangeExtension(name[Resources.Length..], null)] = WavFile.Samples(file)
                ?? throw new InvalidDataException($"The resource {name} is not {WavFile.Allowed}.");
        }
        return samples;
    }
}
