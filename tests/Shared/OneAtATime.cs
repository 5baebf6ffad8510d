namespace Yihao.Tests.Shared;

/// <summary>
/// Runs what a grain would run: on one thread at a time, also after an await. A live hall needs it.
/// </summary>
public static class OneAtATime
{
    public static Task<T> Run<T>(Func<Task<T>> work) => Task.Factory.StartNew(
        work,
        CancellationToken.None,
        TaskCreationOptions.DenyChildAttach,
        new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();
}
