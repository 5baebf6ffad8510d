using Yihao.Contracts;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>A caller that follows the rule: any exception means "unknown", so the same request is sent again.</summary>
internal static class Retry
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task<T> Until<T>(Func<Task<T>> ask)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception failure) when (failure is not InvalidCastException
                                                && TimeProvider.System.GetElapsedTime(started) < Limit)
            {
                await Task.Yield();
            }
        }
    }

    public static async Task<T> Accepted<T>(Func<Task<Answer<T>>> ask) => await Until(ask) switch
    {
        Accepted<T> accepted => accepted.Value,
        Refused<T> refused => throw new InvalidCastException($"refused: {refused.Code}"),
        _ => throw new InvalidOperationException("unknown answer"),
    };

    /// <summary>Waits for something that the cluster does by itself.</summary>
    public static async Task For(Func<Task<bool>> condition, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await Until(condition))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, $"not seen within {Limit}: {what}");
            await Task.Yield();
        }
    }
}
