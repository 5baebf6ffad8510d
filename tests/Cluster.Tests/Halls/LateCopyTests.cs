using Yihao.Contracts;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>Copies of a request that come after a later try of it was answered.</summary>
public sealed class LateCopyTests
{
    [Fact]
    public async Task A_late_copy_of_a_call_that_found_nobody_calls_nobody_and_a_later_try_does()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        var window = await cluster.OpenGeneral();
        var call = Asks.At(window, new CallNextAct(false), "call");
        Attempt.Set(2);
        var nobody = await Retry.Accepted(() => cluster.WindowGrain(window).Act(call));
        Assert.Null(nobody.Number);
        await Retry.Accepted(() => cluster.HallGrain().TakeNumber(Asks.Take()));

        foreach (var attempt in new[] { 1, 2 })
        {
            Attempt.Set(attempt);
            await Assert.ThrowsAsync<TimeoutException>(() => cluster.WindowGrain(window).Act(call));
        }

        Assert.Equal(1, (await Retry.Accepted(() => cluster.HallGrain().Summarize())).Waiting);
        Attempt.Set(3);
        var called = await Retry.Accepted(() => cluster.WindowGrain(window).Act(call));
        Assert.Equal("A001", called.Number);
        Attempt.Set(1);
        Assert.Equal("A001", (await Retry.Accepted(() => cluster.WindowGrain(window).Act(call))).Number);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_has_the_hall_next_knows_of_a_later_try_that_found_nobody(bool killed)
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        var window = await cluster.OpenGeneral();
        var call = Asks.At(window, new CallNextAct(false), "call");
        Attempt.Set(2);
        Assert.Null((await Retry.Accepted(() => cluster.HallGrain().AtWindow(call))).Number);
        Attempt.Set(1);
        await Retry.Accepted(() => cluster.HallGrain().TakeNumber(Asks.Take()));
        if (killed)
        {
            await cluster.Cluster.KillSiloAsync(cluster.Cluster.Silos[0]);
            await cluster.Cluster.StartAdditionalSiloAsync();
        }
        else
            await cluster.Cluster.DeactivateAsync(cluster.HallGrain());
        await Retry.Accepted(() => cluster.HallGrain().Summarize());

        await Assert.ThrowsAsync<TimeoutException>(() => cluster.HallGrain().AtWindow(call));
        Assert.Equal(1, (await Retry.Accepted(() => cluster.HallGrain().Summarize())).Waiting);
        Attempt.Set(3);
        Assert.Equal("A001", (await Retry.Accepted(() => cluster.HallGrain().AtWindow(call))).Number);
    }

    [Fact]
    public async Task Only_an_answer_to_a_later_try_is_written()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        var window = await cluster.OpenGeneral();
        var before = (await cluster.WholeLedger()).Count;

        await Retry.Accepted(() => cluster.HallGrain().AtWindow(Asks.At(window, new CallNextAct(false), "first")));
        Assert.Equal(before, (await cluster.WholeLedger()).Count);
        Attempt.Set(2);
        await Retry.Accepted(() => cluster.HallGrain().AtWindow(Asks.At(window, new CallNextAct(false), "second")));
        Assert.Equal("requestAnswered", (await cluster.WholeLedger()).Skip(before).Single().Kind);
    }
}
