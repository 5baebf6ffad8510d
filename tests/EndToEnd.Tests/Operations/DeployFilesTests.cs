using System.Diagnostics;
using Yihao.EndToEnd.Tests.Stage;

namespace Yihao.EndToEnd.Tests.Operations;

public sealed class DeployFilesTests
{
    [Fact]
    public async Task What_can_be_checked_of_the_deploy_files_without_a_container_engine_is_right()
    {
        using var check = Process.Start(new ProcessStartInfo("bash", ["deploy/check.sh"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        })!;
        var said = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();

        Assert.True(check.ExitCode == 0, said);
        // What a missing tool leaves out is not right, only unknown: test.sh installs these tools.
        foreach (var part in new[] { "options", "names", "times", "connections", "YAML", "nginx -t" })
            Assert.Contains($"ok       {part}", said, StringComparison.Ordinal);
    }
}
