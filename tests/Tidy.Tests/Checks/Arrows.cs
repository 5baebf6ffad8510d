using System.Xml.Linq;

namespace Yihao.Tidy.Tests.Checks;

/// <summary>Who may know whom: docs/architecture.md.</summary>
internal static class Arrows
{
    private static readonly Dictionary<string, string[]> Projects = new(StringComparer.Ordinal)
    {
        ["Rules"] = [],
        ["Contracts"] = [],
        ["Grains"] = ["Contracts", "Rules"],
        ["Storage"] = ["Grains"],
        ["Hub"] = ["Contracts"],
        ["Silo"] = ["Grains", "Storage", "Hub"],
    };

    private static readonly string[] Databases = ["Npgsql", "Microsoft.Data.Sqlite", "Dapper", "dbup-"];

    private static readonly string[] Web = ["Microsoft.AspNetCore."];

    /// <summary>Packages a project may not name, by how they begin.</summary>
    private static readonly Dictionary<string, string[]> Shut = new(StringComparer.Ordinal)
    {
        ["Rules"] = [""],
        ["Contracts"] = [.. Databases, .. Web, "Microsoft.Orleans.Server", "Microsoft.Orleans.Runtime"],
        ["Grains"] = [.. Databases, .. Web],
        ["Storage"] = [.. Web, "Microsoft.Orleans."],
        ["Hub"] = [.. Databases, "Microsoft.Orleans."],
    };

    /// <summary>References come through others too; what the code names shows the arrow that is really there.</summary>
    private static readonly Dictionary<string, string[]> ShutNamespaces = new(StringComparer.Ordinal)
    {
        ["Rules"] = ["Orleans", "Microsoft", "System.IO", "System.Net", "System.Threading", "System.Diagnostics"],
        ["Contracts"] = ["Yihao.Rules", "Yihao.Grains", "Yihao.Storage", "Yihao.Hub", "Yihao.Silo"],
        ["Grains"] = ["Yihao.Storage", "Yihao.Hub", "Yihao.Silo", "Npgsql", "Microsoft.Data", "Microsoft.AspNetCore"],
        ["Storage"] = ["Yihao.Contracts", "Yihao.Hub", "Yihao.Silo", "Microsoft.AspNetCore"],
        ["Hub"] = ["Yihao.Rules", "Yihao.Grains", "Yihao.Storage", "Yihao.Silo", "Npgsql", "Microsoft.Data"],
    };

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.Each("Projects know only whom the architecture lets them know", References),
        Check.Each("Rules has no package, and no project one that is not its business", Packages),
        Check.Each("No using goes against the arrows", Usings),
        new("Every project is in the solution", Solution),
    ];

    private static IEnumerable<Finding> References(SourceFile file)
    {
        if (file.Extension != ".csproj")
            yield break;
        foreach (var include in Includes(file, "ProjectReference"))
        {
            var target = include.Replace('\\', '/').Split('/')[^2];
            if (file.IsUnder("src"))
            {
                if (!Projects.TryGetValue(FolderOf(file), out var allowed) || !allowed.Contains(target))
                    yield return file.At(1, $"{FolderOf(file)} -> {target} is no arrow of the architecture");
            }
            else if (!Projects.ContainsKey(target))
            {
                yield return file.At(1, $"{FolderOf(file)} -> {target}: tests and benches stand on src alone");
            }
        }
    }

    private static IEnumerable<Finding> Packages(SourceFile file)
    {
        if (file.Extension != ".csproj" || !file.IsUnder("src") || !Shut.TryGetValue(FolderOf(file), out var shut))
            yield break;
        var all = Includes(file, "PackageReference").Concat(Includes(file, "FrameworkReference"));
        foreach (var package in all.Where(p => shut.Any(s => p.StartsWith(s, StringComparison.Ordinal))))
        {
            // The doors speak the protocols of the web; what they may not have is the database and the silo.
            yield return file.At(1, $"{FolderOf(file)} may not have the package {package}");
        }
    }

    private static IEnumerable<Finding> Usings(SourceFile file)
    {
        if (!file.IsCSharp || !file.IsUnder("src") || !ShutNamespaces.TryGetValue(FolderOf(file), out var shut))
            yield break;
        foreach (var name in shut)
        {
            for (var i = 0; i < file.Lines.Length; i++)
            {
                if (file.Lines[i].StartsWith("using " + name, StringComparison.Ordinal))
                    yield return file.At(i + 1, $"{FolderOf(file)} may not use {name}");
            }
        }
    }

    private static IEnumerable<Finding> Solution(IReadOnlyList<SourceFile> files)
    {
        var solution = files.FirstOrDefault(f => f.Name == "Yihao.slnx")?.Text ?? string.Empty;
        return files
            .Where(f => f.Extension == ".csproj" && !solution.Contains($"\"{f.Path}\"", StringComparison.Ordinal))
            .Select(f => f.At(1, "is not in Yihao.slnx"));
    }

    private static string FolderOf(SourceFile file) =>
        file.Path.Split('/') is [_, var folder, ..] ? folder : string.Empty;

    private static IEnumerable<string> Includes(SourceFile file, string element) =>
        XDocument.Parse(file.Text).Descendants(element).Where(IsUsed)
            .Select(e => (string?)e.Attribute("Include") ?? string.Empty);

    /// <summary>False for a program that is only built too, and started as a process of its own.</summary>
    private static bool IsUsed(XElement reference) =>
        (string?)reference.Attribute("ReferenceOutputAssembly") != "false";
}
