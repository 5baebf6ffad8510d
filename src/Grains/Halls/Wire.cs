using System.Collections.Frozen;
using System.Text.Json;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>The words of the wire: camelCase for states and classes, kebab-case for refusal codes.</summary>
public static class Wire
{
    private static readonly FrozenDictionary<Refusal, string> Codes =
        Enum.GetValues<Refusal>()
            .ToFrozenDictionary(r => r, r => JsonNamingPolicy.KebabCaseLower.ConvertName(r.ToString()));

    private static readonly FrozenDictionary<string, Refusal> Refusals =
        Enum.GetValues<Refusal>().ToFrozenDictionary(Code);

    public static string Code(Refusal refusal) => Codes[refusal];

    /// <summary>The refusal of a code; null for one that is not the rules'.</summary>
    public static Refusal? RefusalOf(string code) => Refusals.TryGetValue(code, out var known) ? known : null;

    public static string Of(TicketState state) => state switch
    {
        TicketState.Waiting => "waiting",
        TicketState.Called => "called",
        TicketState.Serving => "serving",
        TicketState.Held => "held",
        TicketState.NoShow => "noShow",
        TicketState.Done => "done",
        TicketState.Cancelled => "cancelled",
        TicketState.Expired => "expired",
        TicketState.Offered => "offered",
        TicketState.Elsewhere => "elsewhere",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "unknown state"),
    };

    public static string Of(TicketClass ticketClass) => ticketClass switch
    {
        TicketClass.Normal => "normal",
        TicketClass.Priority => "priority",
        TicketClass.Appointment => "appointment",
        _ => throw new ArgumentOutOfRangeException(nameof(ticketClass), ticketClass, "unknown class"),
    };

    public static TicketClass? ClassOf(string word) => word switch
    {
        "normal" => TicketClass.Normal,
        "priority" => TicketClass.Priority,
        "appointment" => TicketClass.Appointment,
        _ => null,
    };

    public static string Of(WindowState state) => state switch
    {
        WindowState.Closed => "closed",
        WindowState.Ready => "ready",
        WindowState.Calling => "calling",
        WindowState.Serving => "serving",
        WindowState.Paused => "paused",
        WindowState.Unattended => "unattended",
        WindowState.Offered => "offered",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "unknown state"),
    };

    /// <summary>The state of a window right after a change, as long as it has no ticket in hand.</summary>
    public static string? Of(WindowChange change) => change switch
    {
        WindowChange.Opened or WindowChange.Resumed or WindowChange.Attended => "ready",
        WindowChange.Paused => "paused",
        WindowChange.Closed => "closed",
        WindowChange.Unattended => "unattended",
        WindowChange.PauseWished or WindowChange.ReturnWished or WindowChange.Silent or WindowChange.Heard => null,
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "unknown change"),
    };

    public static string Of(Post post) => post == Post.A ? "a" : "b";
}
