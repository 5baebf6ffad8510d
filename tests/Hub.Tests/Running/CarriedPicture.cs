using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Yihao.Hub.Tests.Running;

/// <summary>
/// A picture of a hall that is carried on by pushed events alone, with the rules of the display page (board.ts).
/// </summary>
public sealed class CarriedPicture : IAsyncDisposable
{
    private const int CallsKept = 12;

    private static readonly Dictionary<string, string> WindowAfter = new()
    {
        ["started"] = "serving",
        ["finished"] = "ready",
        ["noShow"] = "ready",
        ["held"] = "ready",
        ["released"] = "ready",
        ["transferred"] = "ready",
    };

    private readonly Lock gate = new();
    private readonly HubConnection hub;
    private readonly SortedDictionary<string, (string State, string? Number)> windows = new(StringComparer.Ordinal);
    private readonly List<string> waiting = [];
    private List<ShownCall> calls = [];

    private CarriedPicture(Uri server)
    {
        hub = Hubs.Connect(server, "display");
        // As the pages do: the server gives up a connection that is silent for ten seconds.
        hub.KeepAliveInterval = TimeSpan.FromSeconds(3);
    }

    public long Seq { get; private set; }

    /// <summary>Kinds of the events it was carried on by.</summary>
    public HashSet<string> Kinds { get; } = [];

    public static async Task<CarriedPicture> Follow(Uri server, string hall)
    {
        var carried = new CarriedPicture(server);
        carried.hub.On<JsonElement>("events", carried.CarryOn);
        await carried.hub.StartAsync();
        var answer = await carried.hub.InvokeAsync<JsonElement>("Follow", hall, null, null);
        carried.Draw(answer.GetProperty("picture"));
        return carried;
    }

    /// <summary>The picture in words, to be compared with <see cref="Words(JsonElement)"/> of a board.</summary>
    public string Words()
    {
        lock (gate)
            return Words(windows.Select(w => (w.Key, w.Value.State, w.Value.Number)), waiting, calls);
    }

    public static string Words(JsonElement board) => Words(
        board.GetProperty("windows").EnumerateArray()
            .Select(w => (Text(w, "window")!, Text(w, "state")!, Text(w, "number")))
            .OrderBy(w => w.Item1, StringComparer.Ordinal),
        board.GetProperty("waiting").EnumerateArray().Select(c => c.ToString()),
        board.GetProperty("calls").EnumerateArray().Select(ShownCall.Of));

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private static string Words(
        IEnumerable<(string Window, string State, string? Number)> windows,
        IEnumerable<string> waiting,
        IEnumerable<ShownCall> calls) =>
        string.Join('\n', windows.Select(w => w.ToString()).Concat(waiting).Concat(calls.Select(c => c.ToString())));

    private void Draw(JsonElement picture)
    {
        lock (gate)
        {
            foreach (var window in picture.GetProperty("windows").EnumerateArray())
                windows[Text(window, "window")!] = (Text(window, "state")!, Text(window, "number"));
            Count(picture);
            calls = [.. picture.GetProperty("calls").EnumerateArray().Select(ShownCall.Of)];
            Seq = picture.GetProperty("seq").GetInt64();
        }
    }

    private void CarryOn(JsonElement batch)
    {
        lock (gate)
        {
            foreach (var happened in batch.GetProperty("events").EnumerateArray())
                CarryOnBy(happened, Text(happened, "kind")!);
            Count(batch);
            Seq = batch.GetProperty("upTo").GetInt64();
        }
    }

    private void CarryOnBy(JsonElement happened, string kind)
    {
        Kinds.Add(kind);
        var window = Text(happened, "window");
        if (kind is "called" or "recalled")
        {
            var call = ShownCall.Of(happened) with { State = "called" };
            calls = [.. calls.Where(c => c.Ticket != call.Ticket).Prepend(call).Take(CallsKept)];
            windows[window!] = ("calling", call.Number);
        }
        else if (kind == "dayOpened")
            calls = [];
        else if (Text(happened, "ticket") is { } ticket)
            TicketMoved(happened, kind, ticket, window);
        else if (window is not null)
            WindowChanged(window, Text(happened, "windowState") ?? "ready");
    }

    private void TicketMoved(JsonElement happened, string kind, string ticket, string? window)
    {
        calls = [.. calls.Select(c => c.Ticket == ticket ? c with { State = Text(happened, "state")! } : c)];
        if (window is null || !WindowAfter.TryGetValue(kind, out var next)
            || windows[window].Number != Text(happened, "number"))
            return;
        windows[window] = (Text(happened, "windowState") ?? next, next == "serving" ? windows[window].Number : null);
    }

    private void WindowChanged(string window, string state)
    {
        var (before, number) = windows[window];
        if (state == "ready" && number is not null)
        {
            var last = calls.Find(c => c.Window == window && c.Number == number)?.State;
            state = before is "calling" or "serving" ? before : last == "called" ? "calling" : "serving";
        }
        windows[window] = (state, state is "ready" or "closed" or "paused" ? null : number);
    }

    private void Count(JsonElement from)
    {
        waiting.Clear();
        waiting.AddRange(from.GetProperty("waiting").EnumerateArray().Select(c => c.ToString()));
    }

    private static string? Text(JsonElement from, string field) =>
        from.TryGetProperty(field, out var value) ? value.GetString() : null;

    private sealed record ShownCall(long Seq, string Kind, string Ticket, string Number, string Window, string? State)
    {
        public static ShownCall Of(JsonElement call) => new(
            call.GetProperty("seq").GetInt64(), Text(call, "kind")!, Text(call, "ticket")!, Text(call, "number")!,
            Text(call, "window")!, Text(call, "state"));
    }
}
