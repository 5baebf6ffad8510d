namespace Yihao.Cluster.Tests.Checking.Judging;

/// <summary>What is to be said of an answer. Closed hierarchy.</summary>
internal abstract record Opinion
{
    private Opinion() { }

    public static Opinion Fine { get; } = new Right();

    /// <summary>Nobody here can tell.</summary>
    public static Opinion Unknown { get; } = new None();

    /// <summary>Wrong, unless there is no reason.</summary>
    public static Opinion Of(string? why) => why is null ? Fine : new Wrong(why);

    public sealed record Right : Opinion;

    public sealed record None : Opinion;

    public sealed record Wrong(string Why) : Opinion;
}
