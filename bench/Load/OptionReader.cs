using System.Globalization;

namespace Yihao.Load;

/// <summary>Takes the options of a command line one by one; what is wrong first is kept.</summary>
internal sealed class OptionReader(IEnumerable<string> args)
{
    private readonly List<string> left = [.. args];
    private string? error;

    /// <summary>Ask when every option was read: what is left then is unknown.</summary>
    public string? Error => error ?? (left.Count > 0 ? $"'{left[0]}' is not an option. See --help." : null);

    public bool Flag(string name) => left.Remove(name);

    public string? Text(string name)
    {
        var at = left.IndexOf(name);
        if (at < 0)
            return null;
        if (at + 1 == left.Count)
        {
            error ??= $"{name} needs a value.";
            return null;
        }

        var value = left[at + 1];
        left.RemoveRange(at, 2);
        return value;
    }

    public int? Number(string name, int least, int most)
    {
        if (Text(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        error ??= $"{name} is {text}: it must be {least} to {most}.";
        return null;
    }

    public string? Word(string name, params ReadOnlySpan<string> allowed)
    {
        if (Text(name) is not { } word)
            return null;
        if (!allowed.Contains(word))
            error ??= $"{name} is {word}: it must be one of {string.Join(", ", allowed)}.";
        return word;
    }

    public Uri? Address(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == "http")
            return address;
        error ??= $"{name} is {text}: for example http://127.0.0.1:5080.";
        return null;
    }
}
