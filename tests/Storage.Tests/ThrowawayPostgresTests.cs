using Yihao.Tests.Shared;

namespace Yihao.Storage.Tests;

/// <summary>What is tested or measured on a server that loses commits is worth nothing.</summary>
public sealed class ThrowawayPostgresTests
{
    [Theory]
    [InlineData("fsync = off")]
    [InlineData("synchronous_commit = off")]
    [InlineData("synchronous_commit = local")]
    public async Task A_server_that_does_not_write_each_commit_to_the_disk_is_refused(string setting) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ThrowawayPostgres.Start(setting));
}
