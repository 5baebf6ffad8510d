namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>The folder of the repository that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Yihao.slnx")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException("no Yihao.slnx above " + AppContext.BaseDirectory);
    }
}
