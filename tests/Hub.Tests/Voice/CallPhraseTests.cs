using Yihao.Hub.Voice;

namespace Yihao.Hub.Tests.Voice;

/// <summary>Which words a call is made of; a comma is the longer pause.</summary>
public sealed class CallPhraseTests
{
    [Theory]
    [InlineData("A012", "3", "chime please A 0 1 2 number, to 3 window")]
    [InlineData("Z999", "0", "chime please Z 9 9 9 number, to 0 window")]
    [InlineData("B1234", "10", "chime please B 1 2 3 4 number, to 10 window")]
    [InlineData("B12345", "12", "chime please B 1 2 3 4 5 number, to 10 2 window")]
    [InlineData("A012", "20", "chime please A 0 1 2 number, to 2 10 window")]
    [InlineData("A012", "36", "chime please A 0 1 2 number, to 3 10 6 window")]
    [InlineData("A012", "100", "chime please A 0 1 2 number, to 1 100 window")]
    [InlineData("A012", "105", "chime please A 0 1 2 number, to 1 100 0 5 window")]
    [InlineData("A012", "110", "chime please A 0 1 2 number, to 1 100 1 10 window")]
    [InlineData("A012", "112", "chime please A 0 1 2 number, to 1 100 1 10 2 window")]
    [InlineData("A012", "999", "chime please A 0 1 2 number, to 9 100 9 10 9 window")]
    [InlineData("A012", "007", "chime please A 0 1 2 number, to 0 0 7 window")]
    [InlineData("A012", "1234", "chime please A 0 1 2 number, to 1 2 3 4 window")]
    [InlineData("A012", "b12", "chime please A 0 1 2 number, to B 10 2 window")]
    [InlineData("A012", "2F15A", "chime please A 0 1 2 number, to 2 F 10 5 A window")]
    public void Chinese_reads_digits_of_the_number_and_the_window_as_a_number(
        string number, string window, string words) =>
        Assert.Equal(words, Words(number, window, VoiceLanguage.Zh, CallPlace.Window));

    [Theory]
    [InlineData("A012", "3", "chime number A 0 1 2, window 3")]
    [InlineData("A012", "12", "chime number A 0 1 2, window 12")]
    [InlineData("A012", "20", "chime number A 0 1 2, window 20")]
    [InlineData("A012", "36", "chime number A 0 1 2, window 30 6")]
    [InlineData("A012", "100", "chime number A 0 1 2, window 1 100")]
    [InlineData("A012", "215", "chime number A 0 1 2, window 2 100 15")]
    [InlineData("A012", "b12", "chime number A 0 1 2, window B 12")]
    public void English_does_the_same(string number, string window, string words) =>
        Assert.Equal(words, Words(number, window, VoiceLanguage.En, CallPlace.Window));

    [Fact]
    public void A_booth_is_called_as_a_booth()
    {
        Assert.Equal("chime please A 0 1 2 number, to 1 booth", Words("A012", "1", VoiceLanguage.Zh, CallPlace.Booth));
        Assert.Equal("chime number A 0 1 2, booth 1", Words("A012", "1", VoiceLanguage.En, CallPlace.Booth));
        // Booths have the ids R1, R2 and so on; people are called to "1 号远程席".
        Assert.Equal(
            "chime please A 0 1 2 number, to 10 2 booth", Words("A012", "R12", VoiceLanguage.Zh, CallPlace.Booth));
        Assert.Equal("chime number A 0 1 2, booth 1", Words("A012", "R1", VoiceLanguage.En, CallPlace.Booth));
        Assert.Equal("chime number A 0 1 2, window R 1", Words("A012", "R1", VoiceLanguage.En, CallPlace.Window));
    }

    [Fact]
    public void Every_window_number_has_its_clips_in_both_languages()
    {
        for (var window = 0; window <= 999; window++)
        {
            foreach (var language in Enum.GetValues<VoiceLanguage>())
            {
                foreach (var spoken in CallPhrase.Of("A012", $"{window}", language, CallPlace.Window))
                    Assert.False(VoiceClips.Usual.Samples(spoken.Clip, language).IsEmpty);
            }
        }
    }

    private static string Words(string number, string window, VoiceLanguage language, CallPlace place)
    {
        var phrase = CallPhrase.Of(number, window, language, place);
        var longest = phrase.Skip(1).Max(spoken => spoken.PauseMilliseconds);
        return string.Join(' ', phrase.Select(spoken =>
            spoken.Clip + (spoken.Clip != "chime" && spoken.PauseMilliseconds == longest ? "," : "")));
    }
}
