using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Yihao.Hub.Tests.Running;

/// <summary>
/// A picture of a hall that is carried on by pushed events alone, with the rules of the display page (board.ts).
/// </summary>
public sealed class CarriedPicture : IAsyncDisposable
{
    private const int CallsKept = 12;

    private readonly Lock gate = new();
    private readonly HubConnection hub;
    private readonly SortedDictionary<string, ShownWindow> windows = new(StringComparer.Ordinal);
    private readonly List<string> waiting = [];
    private readonly List<JsonElement> early = [];
    private bool drawn;
    private List<ShownCall> calls = [];

    private CarriedPicture(Uri server) => hub = Hubs.Connect(server, "display");

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

    /// <summary>The picture in words, in which two pictures are compared.</summary>
    public string Words()
    {
        lock (gate)
            return Words(windows.Values, waiting, calls);
    }

    /// <summary>Fails when a picture of the hall asked for now is another one than this.</summary>
    public async Task IsTheBoard(HttpClient http, string hall, string act)
    {
        var (board, mine) = ("", "");
        await Wait.Until(
            async () =>
            {
                var now = (await http.Get($"/api/halls/{hall}/board")).Accepted().Body;
                lock (gate)
                {
                    (board, mine) = (Words(now), Words());
                    return Seq == now.GetProperty("seq").GetInt64();
                }
            },
            TimeSpan.FromSeconds(20), () => $"the screen has heard of {act}");
        Assert.Equal($"{act}\n{board}", $"{act}\n{mine}");
    }

    private static string Words(JsonElement board) => Words(
        board.GetProperty("windows").EnumerateArray().Select(ShownWindow.Of)
            .OrderBy(w => w.Window, StringComparer.Ordinal),
        board.GetProperty("waiting").EnumerateArray().Select(c => c.ToString()),
        board.GetProperty("calls").EnumerateArray().Select(ShownCall.Of));

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private static string Words(
        IEnumerable<ShownWindow> windows,
        IEnumerable<string> waiting,
        IEnumerable<ShownCall> calls) =>
        string.Join('\n', windows.Select(w => w.ToString()).Concat(waiting).Concat(calls.Select(c => c.ToString())));

    private void Draw(JsonElement picture)
    {
        lock (gate)
        {
            foreach (var window in picture.GetProperty("windows").EnumerateArray())
                windows[Text(window, "window")!] = ShownWindow.Of(window);
            Count(picture);
            calls = [.. picture.GetProperty("calls").EnumerateArray().Select(ShownCall.Of)];
            Seq = picture.GetProperty("seq").GetInt64();
            drawn = true;
            early.ForEach(CarryOn);
        }
    }

    private void CarryOn(JsonElement batch)
    {
        lock (gate)
        {
            // A push may overtake the answer with the picture that it goes on from.
            if (!drawn)
                early.Add(batch);
            if (!drawn || batch.GetProperty("upTo").GetInt64() <= Seq)
                return;
            foreach (var happened in batch.GetProperty("events").EnumerateArray())
                CarryOnBy(happened, Text(happened, "kind")!);
            Count(batch);
            Seq = batch.GetProperty("upTo").GetInt64();
        }
    }

    private void CarryOnBy(JsonElement happened, string kind)
    {
        Kinds.Add(kind);
        if (kind == "dayOpened")
            calls = [];
        else if (Text(happened, "ticket") is { } ticket)
            TicketMoved(happened, kind, ticket);
        if (Text(happened, "window") is { } window)
            windows[window] = After(windows[window], happened, kind);
    }

    private void TicketMoved(JsonElement happened, string kind, string ticket)
    {
        var state = Text(happened, "state")!;
        // Who is served by camera sits in another hall, and is called there.
        if (kind is "called" or "recalled" && IsByCamera(happened))
            return;
        calls = kind is "called" or "recalled"
            ? [.. calls.Where(c => c.Ticket != ticket).Prepend(ShownCall.Of(happened)).Take(CallsKept)]
            : [.. calls.Select(c => c.Ticket == ticket ? c with { State = state } : c)];
    }

    private ShownWindow After(ShownWindow window, JsonElement happened, string kind)
    {
        var (state, by) = (Text(happened, "windowState"), Text(happened, "by"));
        return kind switch
        {
            "called" or "recalled" => window with
            {
                State = "calling", Number = Text(happened, "number"), Home = Text(happened, "home"),
                ByCamera = IsByCamera(happened),
            },
            "started" => window with { State = "serving" },
            "offered" => window with { State = "offered" },
            "offerEnded" => window.State == "offered" ? window with { State = "ready" } : window,
            // Said without a state of the window: its clerk is there, or nobody is and the ticket is taken from it.
            _ when Text(happened, "ticket") is not null => window.Number == Text(happened, "number")
                ? window.Empty(state ?? (window.State == "unattended" ? window.State : "ready"))
                : window,
            "covered" when by != window.Window => window with { CoveredBy = by },
            "covered" => Changed(window, state) with { CoveredBy = null },
            "uncovered" => window with { CoveredBy = null },
            "boothTaken" => window with { State = "ready", Helper = Text(happened, "cause") },
            "boothFreed" => window.Empty("closed") with { Helper = null },
            _ => Changed(window, state),
        };
    }

    /// <summary>A clerk who is there again goes on with the ticket in hand.</summary>
    private ShownWindow Changed(ShownWindow window, string? state)
    {
        if (state is null && window.State == "offered")
            return window;
        if (state is null or "ready" && window.Number is { } number)
        {
            var last = calls.Find(c => c.Window == window.Window && c.Number == number)?.State;
            var inHand = last == "called" ? "calling" : "serving";
            return window.State is "calling" or "serving" ? window : window with { State = inHand };
        }
        return state is "unattended" ? window with { State = state } : window.Empty(state ?? "ready");
    }

    private void Count(JsonElement from)
    {
        waiting.Clear();
        waiting.AddRange(from.GetProperty("waiting").EnumerateArray().Select(c => c.ToString()));
    }

    private static bool IsByCamera(JsonElement from) =>
        from.TryGetProperty("byCamera", out var value) && value.GetBoolean();

    private static string? Text(JsonElement from, string field) =>
        from.TryGetProperty(field, out var value) ? value.GetString() : null;

    private sealed record ShownWindow(
        string Window, string State, string? Number, string? Home, bool ByCamera, string? CoveredBy,
        string? Helper)
    {
        public static ShownWindow Of(JsonElement window) => new(
            Text(window, "window")!, Text(window, "state")!, Text(window, "number"), Text(window, "home"),
            window.GetProperty("byCamera").GetBoolean(), Text(window, "coveredBy"), Text(window, "helper"));

        public ShownWindow Empty(string state) => this with
        {
            State = state, Number = null, Home = null, ByCamera = false,
        };
    }

    private sealed record ShownCall(
        long Seq, string Kind, string Ticket, string Number, string Window, string? State, string? Home)
    {
        public static ShownCall Of(JsonElement call) => new(
            call.GetProperty("seq").GetInt64(), Text(call, "kind")!, Text(call, "ticket")!, Text(call, "number")!,
            Text(call, "window")!, Text(call, "state"), Text(call, "home"));
    }
}
