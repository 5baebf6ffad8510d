namespace Yihao.EndToEnd.Tests.Checks;

/// <summary>A number called to a window, at its place in the hall's ledger.</summary>
public sealed record Call(long Seq, string Number, string Window)
{
    public override string ToString() => $"{Number} to window {Window} (seq {Seq})";
}

/// <summary>Compares what a screen has heard with what the hall's ledger holds.</summary>
internal static class CallCheck
{
    /// <summary>What is wrong, a sentence each; empty when every call was heard exactly once and in order.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<Call> ledger, IReadOnlyList<Call> heard) =>
    [
        .. ledger.Where(call => !heard.Contains(call)).Select(call => $"never heard: {call}"),
        .. heard.Where(call => !ledger.Contains(call)).Distinct().Select(call => $"not in the ledger: {call}"),
        .. heard.GroupBy(call => call).Where(same => same.Count() > 1)
            .Select(same => $"heard {same.Count()} times: {same.Key}"),
        .. heard.Zip(heard.Skip(1)).Where(pair => pair.First.Seq > pair.Second.Seq)
            .Select(pair => $"heard too late: {pair.Second} after {pair.First}"),
    ];

    public static void ExactlyOnceInOrder(IReadOnlyList<Call> ledger, IReadOnlyList<Call> heard)
    {
        var faults = Faults(ledger, heard);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
