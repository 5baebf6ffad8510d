using System.Buffers.Binary;
using Yihao.Hub.Voice;

namespace Yihao.Hub.Tests.Voice;

/// <summary>The clips inside the program, and a hall's own in a folder.</summary>
public sealed class VoiceClipsTests : IDisposable
{
    private static readonly string[] Both = [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(letter => $"{letter}"), "chime"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("yihao-voice-");

    public static TheoryData<string, VoiceLanguage> All
    {
        get
        {
            var all = new TheoryData<string, VoiceLanguage>();
            foreach (var clip in Both)
                all.Add(clip, VoiceLanguage.Zh);
            foreach (var clip in "0 1 2 3 4 5 6 7 8 9 10 100 please number to window booth".Split(' '))
                all.Add(clip, VoiceLanguage.Zh);
            foreach (var clip in "0 1 7 9 10 11 15 19 20 30 40 50 60 70 80 90 100 number window booth".Split(' '))
                all.Add(clip, VoiceLanguage.En);
            return all;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(All))]
    public void A_clip_is_audible_trimmed_and_short(string clip, VoiceLanguage language)
    {
        var samples = Samples(VoiceClips.Usual, clip, language);
        Assert.InRange(samples.Length / 22_050.0, 0.15, 1.4);
        Assert.InRange(samples.Max(Math.Abs), 8_000, 32_767);
        Assert.InRange(Math.Sqrt(samples.Average(sample => (double)sample * sample)), 1_500, 12_000);
        var loud = Enumerable.Range(0, samples.Length).Where(at => Math.Abs(samples[at]) > 150).ToArray();
        Assert.InRange(loud[0] / 22_050.0, 0, 0.1);
        Assert.InRange((samples.Length - 1 - loud[^1]) / 22_050.0, 0, 0.1);
    }

    [Fact]
    public void A_folder_replaces_single_clips()
    {
        Save("zh/A.wav", Tone(0.5));
        Save("both/chime.wav", Tone(0.25));
        var clips = VoiceClips.FromFolder(_folder.FullName);
        Assert.Equal(11_025, Samples(clips, "A", VoiceLanguage.Zh).Length);
        Assert.Equal(5_512, Samples(clips, "chime", VoiceLanguage.En).Length);
        Assert.Equal(
            Samples(VoiceClips.Usual, "A", VoiceLanguage.En), Samples(clips, "A", VoiceLanguage.En));
    }

    [Fact]
    public void A_longer_header_and_odd_chunks_are_read_over()
    {
        var plain = Tone(0.5);
        Save("zh/A.wav", [.. plain[..36], .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. plain[36..]]);
        Assert.Equal(11_025, Samples(VoiceClips.FromFolder(_folder.FullName), "A", VoiceLanguage.Zh).Length);
    }

    public static TheoryData<string, byte[]> Wrong => new()
    {
        { "zh/hello.wav", Tone(0.5) },
        { "A.wav", Tone(0.5) },
        { "zh/A.wav", [] },
        { "zh/A.wav", "not a sound at all, only text"u8.ToArray() },
        { "zh/A.wav", With(Tone(0.5), 20, 3) },
        { "zh/A.wav", With(Tone(0.5), 22, 2) },
        { "zh/A.wav", With(Tone(0.5), 24, 8_000) },
        { "zh/A.wav", With(Tone(0.5), 34, 8) },
        { "zh/A.wav", With(Tone(0.5), 40, -1) },
        { "zh/A.wav", With(Tone(0.5), 40, int.MaxValue) },
        { "zh/A.wav", Tone(0) },
        { "zh/A.wav", Tone(11) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_file_that_is_no_clip_stops_the_start_with_setting_and_file(string file, byte[] content)
    {
        Save(file, content);
        var refusal = Assert.Throws<InvalidDataException>(() => VoiceClips.FromFolder(_folder.FullName));
        Assert.Contains("Voice:Path", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(file), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("allowed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start()
    {
        var missing = Path.Combine(_folder.FullName, "missing");
        var refusal = Assert.Throws<InvalidDataException>(() => VoiceClips.FromFolder(missing));
        Assert.Contains($"Voice:Path is '{missing}'", refusal.Message, StringComparison.Ordinal);
    }

    private void Save(string file, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private static int[] Samples(VoiceClips clips, string clip, VoiceLanguage language)
    {
        var bytes = clips.Samples(clip, language).ToArray();
        return [.. bytes.Chunk(2).Select(pair => (int)BinaryPrimitives.ReadInt16LittleEndian(pair))];
    }

    private static byte[] Tone(double seconds)
    {
        var wav = WavFile.Silent((int)(seconds * 22_050) * 2);
        wav.AsSpan(WavFile.HeaderBytes).Fill(0x11);
        return wav;
    }

    private static byte[] With(byte[] wav, int at, int value)
    {
        if (at is 24 or 40)
            BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(at), value);
        else
            BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(at), (short)value);
        return wav;
    }
}
