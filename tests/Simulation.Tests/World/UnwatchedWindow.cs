using Yihao.Contracts;

namespace Yihao.Simulation.Tests;

/// <summary>A window whose clerk nobody watches: here clerks are lost by command, not by silence.</summary>
internal sealed class UnwatchedWindow : IWindowGrain
{
    public static readonly UnwatchedWindow Instance = new();

    public Task<Answer<WindowAnswer>> Act(WindowRequest request) => throw new NotSupportedException();

    public Task Beat() => Task.CompletedTask;

    public Task StandDown() => Task.CompletedTask;

    public Task Watch() => Task.CompletedTask;

    public Task KeepWatch() => Task.CompletedTask;

    public Task Expect() => Task.CompletedTask;
}
