namespace Yihao.Silo.Composition;

/// <summary>
/// Where settings come from: the environment, and the command line, which goes before it. The server and the commands
/// read the same two: verify must look where the server writes.
/// </summary>
public static class SettingSources
{
    private const string Prefix = "YIHAO_";

    /// <exception cref="WrongSettingException">The environment has a setting that is not known.</exception>
    public static IConfigurationBuilder AddYihao(this IConfigurationBuilder configuration, string[] options)
    {
        RefuseUnknown(Environment.GetEnvironmentVariables().Keys.Cast<string>());
        return configuration.AddEnvironmentVariables(Prefix).AddCommandLine(options);
    }

    /// <summary>
    /// A setting that is silently ignored is found out at the worst time. Names in capitals without a double underscore
    /// are let pass: Kubernetes sets such ones for a service of this name (YIHAO_PORT), and scripts have their own.
    /// </summary>
    /// <exception cref="WrongSettingException">One is not known; the message names every such one.</exception>
    public static void RefuseUnknown(IEnumerable<string> variables)
    {
        var unknown = variables
            .Where(v => v.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Where(v => SettingNames.Find(NameIn(v)) is null && IsMeantAsSetting(v[Prefix.Length..]))
            .Order(StringComparer.Ordinal)
            .Select(v => $"{v} in the environment is no setting: take it away, or write it as --help has it, "
                + $"{Prefix}Section__Name for --Section:Name.")
            .ToList();
        if (unknown.Count > 0)
            throw new WrongSettingException(string.Join(Environment.NewLine, unknown));
    }

    private static string NameIn(string variable) => variable[Prefix.Length..].Replace("__", ":");

    private static bool IsMeantAsSetting(string name) =>
        name.Contains("__", StringComparison.Ordinal) || name.Any(char.IsLower);
}
