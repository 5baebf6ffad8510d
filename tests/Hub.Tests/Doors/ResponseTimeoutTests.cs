using System.Reflection;
using Orleans.Concurrency;
using Yihao.Contracts;

namespace Yihao.Hub.Tests.Doors;

/// <summary>The doors' first try of a call has no timer of its own.</summary>
public sealed class ResponseTimeoutTests
{
    [Fact]
    public void Every_call_to_a_grain_ends_well_within_the_limit_of_a_door()
    {
        var methods = typeof(IHallGrain).Assembly.GetTypes()
            .Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<OneWayAttribute>() is null)
            .ToArray();
        Assert.True(methods.Length > 20);
        Assert.DoesNotContain(methods, method => Timeout(method) is not { TotalSeconds: > 0 and <= 5 });
    }

    private static TimeSpan? Timeout(MethodInfo method) =>
        method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
}
