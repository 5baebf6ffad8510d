namespace Yihao.Tidy.Tests;

/// <summary>All text files of the repository; what is built, fetched or stored is left out.</summary>
public static class Repository
{
    private static readonly HashSet<string> NotOurs =
    [
        ".git", "artifacts", "node_modules", "wwwroot", "data", "bin", "obj", ".vs", ".idea",
        "BenchmarkDotNet.Artifacts",
    ];

    private static readonly HashSet<string> NotText =
        [".png", ".ico", ".wav", ".jpg", ".woff2", ".gz", ".db", ".snap", ".pfx", ".webp", ".gif", ".mp3", ".bin"];

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Read(Root(), string.Empty)];

    private static DirectoryInfo Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Yihao.slnx")))
            folder = folder.Parent;
        return folder ?? throw new InvalidOperationException("no Yihao.slnx above " + AppContext.BaseDirectory);
    }

    private static IEnumerable<SourceFile> Read(DirectoryInfo folder, string under)
    {
        foreach (var file in folder.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (file.LinkTarget is null && !NotText.Contains(file.Extension))
                yield return new SourceFile(under + file.Name, File.ReadAllText(file.FullName));
        }

        foreach (var inner in folder.EnumerateDirectories().OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (NotOurs.Contains(inner.Name) || inner.LinkTarget is not null)
                continue;
            foreach (var file in Read(inner, under + inner.Name + "/"))
                yield return file;
        }
    }
}
