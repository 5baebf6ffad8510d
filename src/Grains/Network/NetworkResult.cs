namespace Yihao.Grains.Network;

/// <summary>One mistake of a network file.</summary>
/// <param name="Line">1 is the first line.</param>
/// <param name="Text">A sentence: what is wrong and what is allowed. One line, without control characters.</param>
public sealed record NetworkMistake(int Line, string Text)
{
    /// <summary>"line 12: …"</summary>
    public override string ToString() => $"line {Line}: {Text}";
}

/// <summary>What came of reading a network file.</summary>
public abstract record NetworkResult
{
    private NetworkResult()
    {
    }

    /// <summary>The file is without mistakes.</summary>
    public sealed record Valid(NetworkDefinition Network) : NetworkResult;

    /// <summary>The file has mistakes: all of them that can be seen at once, by line; at least one.</summary>
    public sealed record Invalid(IReadOnlyList<NetworkMistake> Mistakes) : NetworkResult;
}
