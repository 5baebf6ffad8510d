namespace Yihao.Contracts;

/// <param name="RequestId">Chosen by the caller; 1 to 64 printable characters.</param>
/// <param name="Window">The window, which is also the scope of the request id until sign-in exists.</param>
[GenerateSerializer, Immutable, Alias("yihao.WindowRequest")]
public sealed record WindowRequest(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string Window,
    [property: Id(2)] WindowAct Act);

/// <summary>What a clerk does. Closed: every act is in this file.</summary>
[GenerateSerializer, Immutable, Alias("yihao.WindowAct")]
public abstract record WindowAct
{
    private protected WindowAct() { }
}

[GenerateSerializer, Immutable, Alias("yihao.OpenAct")]
public sealed record OpenAct([property: Id(0)] string Clerk) : WindowAct;

/// <param name="FinishCurrent">Finish the ticket in hand and call the next one in one commit.</param>
[GenerateSerializer, Immutable, Alias("yihao.CallNextAct")]
public sealed record CallNextAct([property: Id(0)] bool FinishCurrent) : WindowAct;

[GenerateSerializer, Immutable, Alias("yihao.CallAct")]
public sealed record CallAct([property: Id(0)] string Ticket, [property: Id(1)] string Reason) : WindowAct;

[GenerateSerializer, Immutable, Alias("yihao.RecallAct")]
public sealed record RecallAct : WindowAct;

[GenerateSerializer, Immutable, Alias("yihao.StartAct")]
public sealed record StartAct : WindowAct;

[GenerateSerializer, Immutable, Alias("yihao.FinishAct")]
public sealed record FinishAct([property: Id(0)] string? Outcome) : WindowAct;

[GenerateSerializer, Immutable, Alias("yihao.NoShowAct")]
public sealed record NoShowAct : WindowAct;

/// <param name="Ticket">A waiting ticket; null for the one in hand.</param>
[GenerateSerializer, Immutable, Alias("yihao.HoldAct")]
public sealed record HoldAct([property: Id(0)] string? Ticket) : WindowAct;

[GenerateSerializer, Immutable, Alias("yihao.ReleaseAct")]
public sealed record ReleaseAct : WindowAct;

/// <param name="Ticket">A waiting ticket whose matter is corrected; null for the one in hand.</param>
/// <param name="ToMatter">The new matter; null to keep it.</param>
/// <param name="ToWindow">The window to send it to; null for whoever can serve it.</param>
[GenerateSerializer, Immutable, Alias("yihao.TransferAct")]
public sealed record TransferAct(
    [property: Id(0)] string? Ticket,
    [property: Id(1)] string? ToMatter,
    [property: Id(2)] string? ToWindow,
    [property: Id(3)] string Reason) : WindowAct
{
    /// <summary>The hall to send it to, with number and arrival kept; null to stay.</summary>
    [Id(4)]
    public string? ToHall { get; init; }
}

/// <summary>Takes the offer.</summary>
[GenerateSerializer, Immutable, Alias("yihao.AcceptAct")]
public sealed record AcceptAct : WindowAct;

[GenerateSerializer, Immutable, Alias("yihao.DeclineAct")]
public sealed record DeclineAct([property: Id(0)] string Reason) : WindowAct;

/// <param name="Seconds">Time between two tickets, 0 to 600.</param>
[GenerateSerializer, Immutable, Alias("yihao.RestAct")]
public sealed record RestAct([property: Id(0)] int Seconds) : WindowAct;

/// <param name="Until">When the clerk means to be back.</param>
[GenerateSerializer, Immutable, Alias("yihao.PauseAct")]
public sealed record PauseAct([property: Id(0)] string Reason, [property: Id(1)] DateTimeOffset? Until) : WindowAct;

[GenerateSerializer, Immutable, Alias("yihao.ResumeAct")]
public sealed record ResumeAct : WindowAct;

[GenerateSerializer, Immutable, Alias("yihao.CloseAct")]
public sealed record CloseAct : WindowAct;
