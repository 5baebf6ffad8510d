using Yihao.Silo;
using Yihao.Silo.Commands;
using Yihao.Silo.Composition;

namespace Yihao.Hub.Tests.Doors;

/// <summary>The databases of a split ledger, as they are written on the command line.</summary>
public sealed class LedgerSettingsTests
{
    private static readonly string[] OnPostgres =
        ["--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", "a"];

    [Fact]
    public void Further_databases_of_the_ledger_are_read_in_their_order() => Assert.Equal(
        ["b", "c"],
        Read([.. OnPostgres, "--Storage:Ledgers:2", "c", "--Storage:Ledgers:1", "b"]).Storage.Ledgers);

    [Theory]
    [InlineData("Storage:Ledgers:1 is empty", "--Storage:Ledgers:2", "c")]
    [InlineData("--Storage:Ledgers:64 is not an option", "--Storage:Ledgers:64", "c")]
    [InlineData("--Storage:Ledgers:0 is not an option", "--Storage:Ledgers:0", "c")]
    public void A_list_with_a_gap_is_refused(string reason, params string[] options) => Assert.Contains(
        reason,
        Assert.Throws<WrongSettingException>(() => Read([.. OnPostgres, .. options])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void SQLite_has_one_ledger() => Assert.Contains(
        "only with PostgreSql",
        Assert.Throws<WrongSettingException>(() => Read(["--Storage:Ledgers:1", "b"])).Message,
        StringComparison.Ordinal);

    private static Settings Read(string[] options) => Settings.Read(CommandLine.Read(options));
}
