using System.Diagnostics;
using Yihao.Silo;
using Yihao.Silo.Composition;

namespace Yihao.Hub.Tests.Doors;

/// <summary>Settings in the environment: one that there is not is told, as on the command line.</summary>
public sealed class EnvironmentSettingsTests
{
    [Theory]
    [InlineData("YIHAO_Storage__Pth")]
    [InlineData("YIHAO_STORAGE__PTH")]
    [InlineData("YIHAO_Storage__Ledgers__64")]
    [InlineData("YIHAO_Kestrel__Limits__MaxConcurrentConnections")]
    [InlineData("YIHAO_Storage_Path")]
    [InlineData("YIHAO_url")]
    [InlineData("yihao_environment")]
    public void A_setting_that_there_is_not_is_refused_with_its_name(string variable)
    {
        var wrong = Assert.Throws<WrongSettingException>(() =>
            SettingSources.RefuseUnknown(["PATH", variable, "YIHAO_urls"]));

        Assert.StartsWith($"{variable} in the environment is no setting", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.NewLine, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("YIHAO_urls")]
    [InlineData("YIHAO_URLS")]
    [InlineData("YIHAO_roles")]
    [InlineData("YIHAO_Storage__Path")]
    [InlineData("YIHAO_STORAGE__CONNECTIONSTRING")]
    [InlineData("YIHAO_Storage__Ledgers__63")]
    [InlineData("YIHAO_Storage__DownLimitSeconds")]
    // Of scripts and tests.
    [InlineData("YIHAO_SEEDS")]
    [InlineData("YIHAO_FAULT_MINUTES")]
    // What Kubernetes tells every pod of a service of this name.
    [InlineData("YIHAO_PORT")]
    [InlineData("YIHAO_PORT_80_TCP_ADDR")]
    [InlineData("YIHAO_SERVICE_HOST")]
    [InlineData("YIHAO_SERVICE_PORT_DOORS")]
    [InlineData("DOTNET_EnableDiagnostics")]
    public void What_is_a_setting_or_none_of_ours_is_let_pass(string variable) =>
        SettingSources.RefuseUnknown([variable]);

    [Theory]
    [InlineData("verify")]
    [InlineData("--urls=http://localhost:1")]
    public async Task The_program_does_not_start_with_one(string argument)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "yihao.dll"), argument])
        {
            RedirectStandardError = true,
        };
        start.Environment["YIHAO_Storage__Pth"] = "/nowhere";
        using var program = Process.Start(start)!;
        var said = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(YihaoProgram.WrongUse, program.ExitCode);
        Assert.Contains("YIHAO_Storage__Pth", said, StringComparison.Ordinal);
        Assert.Contains("--help", said, StringComparison.Ordinal);
    }
}
