namespace Yihao.Simulation.Tests;

/// <summary>What happened in a run, as one number, and its end in words.</summary>
internal sealed class Trace
{
    private const int Kept = 60;

    private readonly Queue<string> last = new();

    /// <summary>FNV-1a over everything said.</summary>
    public ulong Hash { get; private set; } = 0xcbf29ce484222325;

    public int Steps { get; private set; }

    public void Say(string what)
    {
        Steps++;
        foreach (var c in what)
            Hash = (Hash ^ c) * 0x100000001b3;
        last.Enqueue(what);
        if (last.Count > Kept)
            last.Dequeue();
    }

    public override string ToString() => string.Join('\n', last.Select(line => "    " + line));
}

/// <summary>A promise of the hall was broken.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
