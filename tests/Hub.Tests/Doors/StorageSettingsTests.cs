using Yihao.Silo;
using Yihao.Silo.Commands;
using Yihao.Silo.Composition;
using Yihao.Storage;

namespace Yihao.Hub.Tests.Doors;

/// <summary>The bounds on the way to the database, as they are written on the command line.</summary>
public sealed class StorageSettingsTests
{
    [Theory]
    [InlineData("Storage:Writers", "1 to 16", "0", "17", "two")]
    [InlineData("Storage:HallPendingEntries", "1 to 100000", "0", "100001", "")]
    [InlineData("Storage:PumpPendingEntries", "1 to 1000000", "0", "1000001", "1e3")]
    [InlineData("Storage:BatchEntries", "1 to 50000", "-1", "50001", "4.5")]
    [InlineData("Storage:DownLimitSeconds", "0.1 to 60", "0", "60.1", "NaN")]
    [InlineData("Storage:LockedHeadLimitSeconds", "0.1 to 60", "0.09", "61", "0,5")]
    [InlineData("Storage:StatementLimitSeconds", "1 to 60", "0.9", "61", "5s")]
    public void A_wrong_bound_stops_the_start_with_its_name_its_value_and_what_is_allowed(
        string name, string range, params string[] values)
    {
        foreach (var value in values)
            Assert.Equal(
                $"{name} is {value}: {range}",
                Assert.Throws<WrongSettingException>(() => Read($"--{name}={value}")).Message);
    }

    [Theory]
    [InlineData("Storage:Writers", "1", "16")]
    [InlineData("Storage:HallPendingEntries", "1", "100000")]
    [InlineData("Storage:PumpPendingEntries", "1", "1000000")]
    [InlineData("Storage:BatchEntries", "1", "50000")]
    [InlineData("Storage:DownLimitSeconds", "0.1", "60")]
    [InlineData("Storage:LockedHeadLimitSeconds", "0.1", "60")]
    [InlineData("Storage:StatementLimitSeconds", "1", "60")]
    public void Both_ends_of_a_range_are_allowed(string name, params string[] ends)
    {
        foreach (var end in ends)
            Assert.Empty(Read($"--{name}={end}").Mistakes());
    }

    [Fact]
    public void What_is_set_is_taken()
    {
        var set = Read(
            "--Storage:Writers=2", "--Storage:HallPendingEntries=3", "--Storage:PumpPendingEntries=4",
            "--Storage:BatchEntries=5", "--Storage:DownLimitSeconds=6.5", "--Storage:LockedHeadLimitSeconds=7",
            "--Storage:StatementLimitSeconds=8");

        Assert.Equal((2, 3, 4, 5), (set.Writers, set.HallPendingEntries, set.PumpPendingEntries, set.BatchEntries));
        Assert.Equal(
            (TimeSpan.FromSeconds(6.5), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8)),
            (set.DownLimit, set.LockedHeadLimit, set.StatementLimit));
    }

    private static StorageOptions Read(params string[] options) => Settings.Read(CommandLine.Read(options)).Storage;
}
