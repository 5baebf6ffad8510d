using Orleans.Concurrency;

namespace Yihao.Contracts;

/// <summary>
/// A hub node that follows a hall: one message per commit, at most once and in order; a renewal repairs gaps.
/// </summary>
[Alias("yihao.IHallObserver")]
public interface IHallObserver : IGrainObserver
{
    [OneWay, Alias("Publish")]
    Task Publish(HallEvents events);
}
