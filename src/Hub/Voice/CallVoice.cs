using System.Text.RegularExpressions;

namespace Yihao.Hub.Voice;

/// <summary>
/// Speaks calls: joins clips to one WAV (PCM, 16-bit, mono, 22,050 Hz) with a chime before it, mostly 3 to 6 s long.
/// The same call is the same bytes; the last <see cref="Kept"/> calls are kept. Safe for use from several threads.
/// </summary>
public sealed partial class CallVoice(VoiceClips clips)
{
    /// <summary>How many calls are kept: at about 200 KB each.</summary>
    public const int Kept = 64;

    /// <summary>What a number may be: a letter and 3 to 5 digits.</summary>
    public const string NumberPattern = @"^[A-Z][0-9]{3,5}\z";

    /// <summary>What a window may be: 1 to 8 letters and digits.</summary>
    public const string WindowPattern = @"^[0-9A-Za-z]{1,8}\z";

    private readonly RecentWavs _recent = new(Kept);

    /// <summary>How many calls are kept right now.</summary>
    public int KeptNow => _recent.Count;

    public static bool IsNumber(string number) => NumberRegex().IsMatch(number);

    public static bool IsWindow(string window) => WindowRegex().IsMatch(window);

    /// <summary>The call as a file. The bytes are shared with other callers: they must not be changed.</summary>
    /// <exception cref="ArgumentException">The number or the window is not one.</exception>
    public byte[] Wav(
        string number, string window, VoiceLanguage language, CallPlace place = CallPlace.Window)
    {
        if (!IsNumber(number))
            throw new ArgumentException("A number is a letter and 3 to 5 digits.", nameof(number));
        if (!IsWindow(window))
            throw new ArgumentException("A window is 1 to 8 letters and digits.", nameof(window));
        var key = $"{language}/{place}/{number}-{window}";
        if (_recent.TryGet(key, out var kept))
            return kept;
        var wav = Join(CallPhrase.Of(number, window, language, place), language);
        _recent.Add(key, wav);
        return wav;
    }

    private byte[] Join(IReadOnlyList<SpokenClip> phrase, VoiceLanguage language)
    {
        var length = 0;
        foreach (var spoken in phrase)
            length += clips.Samples(spoken.Clip, language).Length + PauseBytes(spoken);
        var wav = WavFile.Silent(length);
        var at = WavFile.HeaderBytes;
        foreach (var spoken in phrase)
        {
            var samples = clips.Samples(spoken.Clip, language);
            samples.CopyTo(wav.AsSpan(at));
            at += samples.Length + PauseBytes(spoken);
        }
        return wav;
    }

    // Whole samples only: half a sample would turn all that follows into noise.
    private static int PauseBytes(SpokenClip spoken) =>
        spoken.PauseMilliseconds * WavFile.SamplesPerSecond / 1000 * 2;

    [GeneratedRegex(NumberPattern, RegexOptions.CultureInvariant)]
    private static partial Regex NumberRegex();

    [GeneratedRegex(WindowPattern, RegexOptions.CultureInvariant)]
    private static partial Regex WindowRegex();
}
