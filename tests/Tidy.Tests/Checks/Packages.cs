using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Yihao.Tidy.Tests.Checks;

/// <summary>Packages are pinned in one place, and nobody's registry is written down.</summary>
internal static partial class Packages
{
    /// <summary>In two halves, so that this file does not find itself.</summary>
    private static readonly string[] Hosts =
    [
        "registry." + "npmjs.org", "registry." + "npmmirror.com", "registry." + "yarnpkg.com", "api." + "nuget.org",
        "pkgs." + "dev.azure.com", "npm." + "pkg.github.com", "nuget." + "pkg.github.com", "nuget." + "cdn.azure.cn",
    ];

    public static IReadOnlyList<Check> All { get; } =
    [
        new("Every package is pinned centrally, to one exact version", Pinned),
        Check.Each("Every npm package is pinned to one exact version", Npm),
        Check.Each("No file names the host of a registry", Registries),
    ];

    private static IEnumerable<Finding> Pinned(IReadOnlyList<SourceFile> files)
    {
        var central = files.Where(f => f.Name == "Directory.Packages.props").ToList();
        var versions = central
            .SelectMany(f => Elements(f, "PackageVersion"), (file, element) => (file, element))
            .ToList();
        foreach (var (file, element) in versions)
        {
            if (!Exact().IsMatch(Attribute(element, "Version")))
                yield return file.At(1, $"{Attribute(element, "Include")} is not pinned to an exact version");
        }

        var known = versions.Select(v => Attribute(v.element, "Include")).ToHashSet();
        var projects = files.Where(f => f.Extension is ".csproj" or ".props" or ".targets");
        foreach (var (file, element) in projects.SelectMany(f => Elements(f, "PackageReference"), (f, e) => (f, e)))
        {
            var package = Attribute(element, "Include") + Attribute(element, "Update");
            if (Attribute(element, "Version").Length + Attribute(element, "VersionOverride").Length > 0)
                yield return file.At(1, $"{package} has a version of its own");
            if (!known.Contains(package))
                yield return file.At(1, $"{package} is not in Directory.Packages.props");
        }
    }

    private static IEnumerable<Finding> Npm(SourceFile file)
    {
        if (file.Name != "package.json")
            yield break;
        using var json = JsonDocument.Parse(file.Text);
        var groups = json.RootElement.EnumerateObject();
        foreach (var group in groups.Where(g => g.Name is "dependencies" or "devDependencies"))
        {
            foreach (var package in group.Value.EnumerateObject().Where(p => !Exact().IsMatch(p.Value.GetString()!)))
                yield return file.At(1, $"{package.Name} is not pinned to an exact version");
        }
    }

    private static IEnumerable<Finding> Registries(SourceFile file)
    {
        if (string.Equals(file.Name, "nuget.config", StringComparison.OrdinalIgnoreCase))
            yield return file.At(1, "where packages come from is the machine's business");
        for (var i = 0; i < file.Lines.Length; i++)
        {
            var line = file.Lines[i];
            var named = Hosts.FirstOrDefault(h => line.Contains(h, StringComparison.OrdinalIgnoreCase));
            if (named is not null)
                yield return file.At(i + 1, named);
            if (file.Name == "package-lock.json" && line.Contains("\"resolved\": \"http", StringComparison.Ordinal))
                yield return file.At(i + 1, "npm install --omit-lockfile-registry-resolved leaves addresses out");
            if (file.Name == ".npmrc" && line.Contains("registry=", StringComparison.Ordinal)
                && !line.Contains("omit-lockfile-registry", StringComparison.Ordinal))
                yield return file.At(i + 1, line);
        }
    }

    private static IEnumerable<XElement> Elements(SourceFile file, string name) =>
        XDocument.Parse(file.Text).Descendants(name);

    private static string Attribute(XElement element, string name) => (string?)element.Attribute(name) ?? string.Empty;

    [GeneratedRegex(@"^\d+(\.\d+){1,3}(-[0-9A-Za-z.]+)?$")]
    private static partial Regex Exact();
}
