using System.Diagnostics;
using System.Globalization;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.Tests.Shared;

namespace Yihao.EndToEnd.Tests.Operations;

/// <summary>
/// Three nodes as <c>deploy/local-cluster.sh</c> starts them, in a folder of their own. Gone when it is disposed of,
/// and also when the test process dies.
/// </summary>
public sealed class LocalCluster : IAsyncLifetime
{
    public const int Nodes = 3;

    private const int Tries = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Not a folder that only root may enter: the database does not run as root.
    private readonly string folder =
        Path.Combine(Path.GetTempPath(), "yihao-local-" + Guid.NewGuid().ToString("N")[..12]);

    private Process? guard;
    private int pages;
    private int silos;
    private int gateways;

    public string Url(int node) => $"http://127.0.0.1:{pages + node}";

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        for (var tries = 1; ; tries++)
        {
            (pages, silos, gateways) = (FreePort.Find(), FreePort.Find(), FreePort.Find());
            var (code, said) = await Ask("up", $"{Nodes}");
            if (code == 0)
                break;
            // Another program took one of the ports meanwhile.
            Assert.True(said.Contains("is taken", StringComparison.Ordinal) && tries < Tries, said);
        }

        guard = Start("sh", "-c", $"cat > /dev/null; {Script} down --purge > /dev/null 2>&1");
    }

    /// <summary>What the script says; it must end well.</summary>
    public async Task<string> Run(params string[] command)
    {
        var (code, said) = await Ask(command);
        Assert.True(code == 0, $"{string.Join(' ', command)} ended with {code}:\n{said}");
        return said;
    }

    /// <summary>The node on which the hall lives.</summary>
    public async Task<int> OwnerOf(string hall) =>
        int.Parse((await Run("owner", hall)).Trim(), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await Ask("down", "--purge");
        if (guard is not null)
        {
            guard.StandardInput.Close();
            await guard.WaitForExitAsync().WaitAsync(Patience);
            guard.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Script => Path.Combine(Repository.Root, "deploy/local-cluster.sh");

    private async Task<(int Code, string Said)> Ask(params string[] command)
    {
        // Nodes would keep a pipe open that they got from here.
        var output = Path.Combine(folder, "said");
        using var script = Start(["sh", "-c", $"exec {Script} \"$@\" > {output} 2>&1", "sh", .. command]);
        script.StandardInput.Close();
        await script.WaitForExitAsync().WaitAsync(Patience);
        return (script.ExitCode, await File.ReadAllTextAsync(output));
    }

    private Process Start(params string[] line)
    {
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
        };
        start.Environment["YIHAO_LOCAL"] = folder;
        start.Environment["YIHAO_PROGRAM"] = ProgramProcess.Program();
        start.Environment["YIHAO_PAGES_PORT"] = $"{pages}";
        start.Environment["YIHAO_SILO_PORT"] = $"{silos}";
        start.Environment["YIHAO_GATEWAY_PORT"] = $"{gateways}";
        return Process.Start(start)!;
    }
}
