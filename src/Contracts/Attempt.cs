namespace Yihao.Contracts;

/// <summary>
/// Which try of a call this is, told along with it: a copy of an earlier try may lie in the sockets of a node that
/// stands still, long after a later one was answered.
/// </summary>
public static class Attempt
{
    private const string Name = "yihao.attempt";

    /// <summary>1 for a first try.</summary>
    public static int Current => RequestContext.Get(Name) is int attempt ? attempt : 1;

    /// <summary>For the calls that follow in this flow.</summary>
    public static void Set(int attempt) => RequestContext.Set(Name, attempt);
}
