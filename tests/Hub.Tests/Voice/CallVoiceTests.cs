using System.Buffers.Binary;
using System.Text;
using Yihao.Hub.Voice;

namespace Yihao.Hub.Tests.Voice;

/// <summary>The sound of a call.</summary>
public sealed class CallVoiceTests
{
    private readonly CallVoice _voice = new(VoiceClips.Usual);

    [Theory]
    [InlineData("A012", "3", VoiceLanguage.Zh)]
    [InlineData("A012", "36", VoiceLanguage.Zh)]
    [InlineData("W1777", "12", VoiceLanguage.Zh)]
    [InlineData("A012", "3", VoiceLanguage.En)]
    [InlineData("W777", "36", VoiceLanguage.En)]
    public void A_call_is_a_wav_of_two_to_six_seconds(string number, string window, VoiceLanguage language)
    {
        var wav = _voice.Wav(number, window, language);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(wav, 0, 4));
        Assert.Equal("WAVEfmt ", Encoding.ASCII.GetString(wav, 8, 8));
        Assert.Equal("data", Encoding.ASCII.GetString(wav, 36, 4));
        Assert.Equal(wav.Length - 8, Int32(wav, 4));
        Assert.Equal(wav.Length - 44, Int32(wav, 40));
        Assert.Equal((1, 1, 16), (Int16(wav, 20), Int16(wav, 22), Int16(wav, 34)));
        Assert.Equal((22_050, 44_100), (Int32(wav, 24), Int32(wav, 28)));
        Assert.InRange((wav.Length - 44) / 44_100.0, 2, 6);
    }

    [Theory]
    [InlineData(VoiceLanguage.Zh)]
    [InlineData(VoiceLanguage.En)]
    public void A_call_is_loud_at_both_ends_and_silent_nowhere_for_long(VoiceLanguage language)
    {
        var wav = _voice.Wav("A012", "3", language);
        var loud = Enumerable.Range(0, (wav.Length - 44) / 2)
            .Where(sample => Math.Abs((int)Int16(wav, 44 + (sample * 2))) > 200);
        var (last, gap) = (0, 0);
        foreach (var sample in loud)
        {
            gap = Math.Max(gap, sample - last);
            last = sample;
        }
        gap = Math.Max(gap, ((wav.Length - 44) / 2) - last);
        // The longest silence is the comma with the soft edges of the clips around it.
        Assert.InRange(gap / 22_050.0, 0.15, 0.45);
    }

    [Fact]
    public void Other_words_sound_different_and_the_same_call_is_the_same_bytes()
    {
        var calls = new[]
        {
            _voice.Wav("A012", "3", VoiceLanguage.Zh), _voice.Wav("A013", "3", VoiceLanguage.Zh),
            _voice.Wav("A012", "4", VoiceLanguage.Zh), _voice.Wav("A012", "3", VoiceLanguage.En),
            _voice.Wav("B012", "3", VoiceLanguage.Zh), _voice.Wav("A012", "3", VoiceLanguage.Zh, CallPlace.Booth),
        };
        Assert.Equal(calls.Length, calls.Select(Convert.ToHexString).Distinct().Count());
        Assert.Same(calls[0], _voice.Wav("A012", "3", VoiceLanguage.Zh));
        Assert.Equal(calls[0], new CallVoice(VoiceClips.Usual).Wav("A012", "3", VoiceLanguage.Zh));
    }

    [Theory]
    [InlineData("", "3")]
    [InlineData("a012", "3")]
    [InlineData("A01", "3")]
    [InlineData("A012345", "3")]
    [InlineData("AA012", "3")]
    [InlineData("A012\n", "3")]
    [InlineData("A٠١٢", "3")]
    [InlineData("A012", "")]
    [InlineData("A012", "123456789")]
    [InlineData("A012", "3 ")]
    [InlineData("A012", "3\n")]
    [InlineData("A012", "三")]
    [InlineData("A012", "../3")]
    public void What_is_no_number_or_no_window_is_refused(string number, string window) =>
        Assert.Throws<ArgumentException>(() => _voice.Wav(number, window, VoiceLanguage.Zh));

    [Fact]
    public void Only_the_calls_used_last_are_kept()
    {
        var first = _voice.Wav("A000", "1", VoiceLanguage.Zh);
        var second = _voice.Wav("A001", "1", VoiceLanguage.Zh);
        for (var number = 2; number < CallVoice.Kept + 1; number++)
        {
            _voice.Wav($"A{number:000}", "1", VoiceLanguage.Zh);
            Assert.Same(first, _voice.Wav("A000", "1", VoiceLanguage.Zh));
        }
        Assert.Equal(CallVoice.Kept, _voice.KeptNow);
        Assert.NotSame(second, _voice.Wav("A001", "1", VoiceLanguage.Zh));
        Assert.Equal(CallVoice.Kept, _voice.KeptNow);
    }

    [Fact]
    public void Many_screens_may_ask_at_once()
    {
        Parallel.For(0, 2_000, call => Assert.Equal(
            (byte)'R', _voice.Wav($"A{call % 100:000}", "1", VoiceLanguage.Zh)[0]));
        Assert.Equal(CallVoice.Kept, _voice.KeptNow);
    }

    private static int Int32(byte[] wav, int at) => BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(at));

    private static short Int16(byte[] wav, int at) => BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(at));
}
