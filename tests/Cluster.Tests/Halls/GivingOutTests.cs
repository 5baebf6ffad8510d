using Microsoft.Extensions.Time.Testing;
using Yihao.Grains.Halls;
using Yihao.Grains.Ports;
using Yihao.Rules;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>What is durable is published once, in order, and before its command is answered.</summary>
public sealed class GivingOutTests
{
    private static readonly HallPlan _plan = new(
        "450521100",
        "Asia/Shanghai",
        new TimeOnly(4, 0),
        true,
        [new(MatterPlan.None, 'A', 10)],
        [new("1", 1, [MatterPlan.None], "c1", []), new("2", 1, [MatterPlan.None], "c2", [])],
        [new("c1", null), new("c2", null)],
        new HallSettings());

    // The plan and the day's beginning stand before them.
    private const int First = 2;
    private const int Second = 3;

    private readonly HeldSession _session = new();
    private readonly List<IReadOnlyList<HallCommit>> _published = [];
    private Exception? _publishFails;
    private Exception? _lost;

    [Fact]
    public Task What_is_durable_is_published_before_its_command_is_answered() => Play(async live =>
    {
        var publishedAtAnswer = 0L;
        var opening = live.Execute(
            new OpenWindow("1", "c1"), null, (_, made, _) => made, _ => publishedAtAnswer = live.DurableSeq);
        Assert.Equal(2, live.DurableSeq);

        _session.End(First);
        Assert.IsType<Decision.Accept>(await opening);

        Assert.Equal(live.Hall.Seq, publishedAtAnswer);
        Assert.Equal(live.Hall.Seq, _published[^1][^1].LastSeq);
    });

    [Fact]
    public Task What_became_durable_together_is_one_message_in_order_whichever_wait_ends_first() => Play(async live =>
    {
        var first = Open(live, "1");
        var second = Open(live, "2");

        // Durable in order: when the second is, the first is too, whoever hears of it first.
        _session.End(Second);
        await second;
        Assert.Equal([1, 1, 2], _published.Select(message => message.Count));
        _session.End(First);
        await first;

        Assert.Equal(3, _published.Count);
        Assert.Equal([1, 2, 3, 4], _published.SelectMany(message => message).Select(commit => commit.LastSeq));
    });

    [Fact]
    public Task A_command_that_begins_the_day_publishes_the_day_too() => Play(
        async live =>
        {
            // The day begins with this command, in an append of its own; only the last is waited for.
            var opening = Open(live, "1");
            _session.End(2);
            await opening;
            Assert.Equal([1, 2, 3], _published.SelectMany(message => message).Select(commit => commit.LastSeq));
        },
        beginDay: false);

    [Fact]
    public Task What_cannot_be_published_is_answered_and_the_activation_goes() => Play(async live =>
    {
        _publishFails = new InvalidOperationException("no screen can be told");
        var opening = Open(live, "1");
        _session.End(First);

        Assert.IsType<Decision.Accept>(await opening);
        Assert.True(live.Failed);
        Assert.Same(_publishFails, _lost);
        await Assert.ThrowsAsync<LedgerFencedException>(() => Open(live, "2"));
    });

    [Fact]
    public Task What_is_not_durable_is_not_published() => Play(async live =>
    {
        var opening = Open(live, "1");
        _session.Fail(First);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => opening);
        Assert.True(live.Failed);
        Assert.Equal(2, live.DurableSeq);
        Assert.Equal(2, _published.Count);
    });

    private static Task<Decision> Open(LiveHall live, string window) =>
        live.Execute(new OpenWindow(window, $"c{window}"), null, (_, made, _) => made);

    private async Task Play(Func<LiveHall, Task> play, bool beginDay = true) => await OneAtATime.Run(async () =>
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 0, 30, 0, TimeSpan.Zero));
        var live = new LiveHall(_session, null, time, Publish, lost: why => _lost = why);
        var beginning = live.Begin(_plan);
        _session.End(0);
        await beginning;
        if (beginDay)
        {
            var begun = live.Execute(new PassTime(), null, (_, made, _) => made);
            _session.End(1);
            await begun;
        }

        await play(live);
        return true;
    });

    private void Publish(IReadOnlyList<HallCommit> commits)
    {
        if (_publishFails is { } fails)
            throw fails;
        _published.Add(commits);
    }

    /// <summary>A session whose appends end when the test says so.</summary>
    private sealed class HeldSession : ILedgerSession
    {
        private readonly List<TaskCompletionSource> _appends = [];

        public string Hall => _plan.Hall;

        public string Ledger { get; } = new('0', 32);

        public byte[] LinkKey { get; } = new byte[32];

        public long OpenedAtSeq => 0;

        public byte[] OpenedAtHash => LedgerChain.Root;

        public bool HasRoom => true;

        public Task Append(IReadOnlyList<LedgerEntry> entries)
        {
            _appends.Add(new(TaskCreationOptions.RunContinuationsAsynchronously));
            return _appends[^1].Task;
        }

        public Task Confirm() => Task.CompletedTask;

        public void End(int append) => _appends[append].SetResult();

        public void Fail(int append) => _appends[append].SetException(new LedgerUnavailableException("as told"));
    }
}
