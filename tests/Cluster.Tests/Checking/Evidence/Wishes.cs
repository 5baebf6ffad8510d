using System.Text.Json;
using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Evidence;

/// <summary>
/// From path and body to the command and the request key: written apart from the doors, after the contract.
/// </summary>
internal static class Wishes
{
    public static Asked? Read(Question question, string newMove)
    {
        var attempt = question.Attempt;
        var body = attempt.Body is { } text ? JsonDocument.Parse(text).RootElement : default;
        var id = attempt.RequestId ?? Text(body, "requestId");
        if (id is null)
            return null;
        return question.Path.Split('/') switch
        {
            ["tickets"] => Take(id, body),
            ["tickets", var ticket, "return"] when TicketKey.TryParseIn(attempt.Hall, ticket, out var key) =>
                new(new ReturnTicket(key), RequestStamp.Of("kiosk", id, "return", ticket)),
            ["tickets", var ticket, "take-away"] when TicketKey.TryParseIn(attempt.Hall, ticket, out var key) =>
                TakeAway(id, ticket, key, body),
            ["tickets", var link, "cancel"] => Cancel(id, link, body),
            ["standby"] => StandBy(id, body),
            ["windows", var window, var act] when ActOf(act, body) is { } does =>
                AtWindow(new WindowRequest(id, window, does), attempt.Hall, newMove),
            _ => null,
        };
    }

    private static Asked Take(string id, JsonElement body)
    {
        var (matter, reason) = (Text(body, "matter"), Text(body, "reason"));
        var ticketClass = Text(body, "class") ?? "normal";
        return new(
            new TakeNumber(matter ?? MatterPlan.None, Wire.ClassOf(ticketClass) ?? TicketClass.Normal, reason),
            RequestStamp.Of("kiosk", id, "take", matter, ticketClass, reason));
    }

    private static Asked TakeAway(string id, string ticket, TicketKey key, JsonElement body)
    {
        var reason = Text(body, "reason") ?? string.Empty;
        return new(new TakeAway(key, reason), RequestStamp.Of("supervisor", id, "take-away", ticket, reason));
    }

    /// <summary>A link is the ticket's id and a signature.</summary>
    private static Asked? Cancel(string id, string link, JsonElement body)
    {
        var ticket = link[..Math.Max(0, link.LastIndexOf('-'))];
        return TicketKey.TryParse(ticket, out _, out var key)
            ? new(new CancelTicket(key), RequestStamp.Of("link:" + ticket, id, "cancel", Text(body, "number")))
            : null;
    }

    private static Asked StandBy(string id, JsonElement body)
    {
        var clerk = Text(body, "clerk") ?? string.Empty;
        var present = Flag(body, "present", true);
        return new(
            present ? new StandBy(clerk) : new StandDown(clerk),
            RequestStamp.Of($"clerk:{clerk}", id, "standby", clerk, present ? "come" : "go"));
    }

    private static Asked? AtWindow(WindowRequest request, string hall, string newMove) =>
        WindowActs.TryRead(request, hall, () => newMove, out var command, out var stamp) ? new(command, stamp) : null;

    private static WindowAct? ActOf(string act, JsonElement body) => act switch
    {
        "open" => new OpenAct(Text(body, "clerk") ?? string.Empty),
        "call-next" => new CallNextAct(Flag(body, "finishCurrent", false)),
        "call" => new CallAct(Text(body, "ticket") ?? string.Empty, Text(body, "reason") ?? string.Empty),
        "recall" => new RecallAct(),
        "start" => new StartAct(),
        "finish" => new FinishAct(Text(body, "outcome")),
        "no-show" => new NoShowAct(),
        "hold" => new HoldAct(Text(body, "ticket")),
        "release" => new ReleaseAct(),
        "transfer" => Transfer(body),
        "pause" => new PauseAct(Text(body, "reason") ?? string.Empty, Instant(body, "until")),
        "resume" => new ResumeAct(),
        "close" => new CloseAct(),
        "accept" => new AcceptAct(),
        "decline" => new DeclineAct(Text(body, "reason") ?? string.Empty),
        "rest" => new RestAct(body.GetProperty("seconds").GetInt32()),
        _ => null,
    };

    private static TransferAct Transfer(JsonElement body)
    {
        var to = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("to", out var inside) ? inside : default;
        var reason = Text(body, "reason") ?? string.Empty;
        return new(Text(body, "ticket"), Text(to, "matter"), Text(to, "window"), reason) { ToHall = Text(to, "hall") };
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool Flag(JsonElement body, string name, bool usual) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.True
            : usual;

    private static DateTimeOffset? Instant(JsonElement body, string name) =>
        Text(body, name) is { } text
            ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
