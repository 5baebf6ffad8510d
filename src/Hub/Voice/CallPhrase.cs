using System.Globalization;

namespace Yihao.Hub.Voice;

/// <summary>A clip and the silence after it.</summary>
internal readonly record struct SpokenClip(string Clip, int PauseMilliseconds);

/// <summary>Which clips, in which order, speak a call. Numbers are spoken digit by digit, windows as numbers.</summary>
internal static class CallPhrase
{
    private const int WithinMilliseconds = 40;
    private const int CommaMilliseconds = 220;
    private const int ChimeMilliseconds = 120;

    internal static IReadOnlyList<SpokenClip> Of(string number, string window, VoiceLanguage language, CallPlace place)
    {
        var at = place == CallPlace.Booth ? "booth" : "window";
        var digits = number.Select(letter => $"{letter}");
        var sign = Sign(place == CallPlace.Booth ? WithoutLetter(window) : window, language);
        return language == VoiceLanguage.Zh
            ? Joined(["please", .. digits, "number"], ["to", .. sign, at])
            : Joined(["number", .. digits], [at, .. sign]);
    }

    private static List<SpokenClip> Joined(IEnumerable<string> who, IEnumerable<string> where)
    {
        var clips = new List<SpokenClip> { new("chime", ChimeMilliseconds) };
        clips.AddRange(who.Select(clip => new SpokenClip(clip, WithinMilliseconds)));
        clips[^1] = clips[^1] with { PauseMilliseconds = CommaMilliseconds };
        clips.AddRange(where.Select(clip => new SpokenClip(clip, WithinMilliseconds)));
        clips[^1] = clips[^1] with { PauseMilliseconds = 0 };
        return clips;
    }

    // The letter of a booth only keeps it apart from the windows: R1 is "1 号远程席".
    private static string WithoutLetter(string booth) =>
        booth.Length > 1 && booth[0] == 'R' && booth.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
            ? booth[1..]
            : booth;

    // "12" is twelve, "B12" is B twelve; "007" and "1234" are read digit by digit, as people read signs.
    private static IEnumerable<string> Sign(string window, VoiceLanguage language)
    {
        for (var start = 0; start < window.Length;)
        {
            var end = start + 1;
            while (char.IsAsciiDigit(window[start]) && end < window.Length && char.IsAsciiDigit(window[end]))
                end++;
            foreach (var clip in Part(window[start..end], language))
                yield return clip;
            start = end;
        }
    }

    private static IEnumerable<string> Part(string part, VoiceLanguage language)
    {
        var isNumber = char.IsAsciiDigit(part[0]) && part.Length <= 3 && (part[0] != '0' || part.Length == 1);
        if (!isNumber)
            return part.Select(letter => $"{char.ToUpperInvariant(letter)}");
        var value = int.Parse(part, CultureInfo.InvariantCulture);
        return language == VoiceLanguage.Zh ? Chinese(value) : English(value);
    }

    /// <summary>十二, 二十, 一百零五, 一百一十.</summary>
    private static IEnumerable<string> Chinese(int value) => value switch
    {
        < 11 => [$"{value}"],
        < 20 => ["10", $"{value % 10}"],
        < 100 => [$"{value / 10}", "10", .. Rest(value % 10)],
        _ when value % 100 is > 0 and < 10 => [$"{value / 100}", "100", "0", $"{value % 100}"],
        _ when value % 100 is >= 10 and < 20 => [$"{value / 100}", "100", "1", "10", .. Rest(value % 10)],
        _ => [$"{value / 100}", "100", .. value % 100 == 0 ? [] : Chinese(value % 100)],
    };

    private static IEnumerable<string> English(int value) => value switch
    {
        < 20 => [$"{value}"],
        < 100 => [$"{value / 10 * 10}", .. Rest(value % 10)],
        _ => [$"{value / 100}", "100", .. value % 100 == 0 ? [] : English(value % 100)],
    };

    private static IEnumerable<string> Rest(int digit) => digit == 0 ? [] : [$"{digit}"];
}
