using Yihao.Silo.Composition;

namespace Yihao.Silo.Commands;

/// <summary>
/// Options as the configuration wants them. An option that is not known stops the start: a setting that is silently
/// ignored is found out at the worst time.
/// </summary>
public static class CommandLine
{
    private const string DefaultPace = "1x";

    /// <exception cref="WrongSettingException">An option is not known or has no value.</exception>
    public static string[] Read(IReadOnlyList<string> args)
    {
        var options = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args[i]);
            if (value is null && i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                value = args[++i];
            if (name == "demo")
                value ??= DefaultPace;
            options.Add($"--{name}={value ?? throw new WrongSettingException($"--{name} needs a value. See --help.")}");
        }

        return [.. options];
    }

    private static (string Name, string? Value) Split(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
            throw new WrongSettingException($"'{argument}' is not an option: options begin with --. See --help.");
        var parts = argument[2..].Split('=', 2);
        var name = SettingNames.Find(parts[0])
            ?? throw new WrongSettingException($"--{parts[0]} is not an option. See --help.");
        return (name, parts.Length == 2 ? parts[1] : null);
    }
}
