using System.Text.Json;
using Yihao.Contracts;
using Yihao.Hub.Bodies;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Asking;

/// <summary>What clerks do, from the body to the reply.</summary>
internal sealed class WindowCalls(HallRefs refs, GrainCalls calls, KnownHalls halls, KnownWindows windows)
{
    private const string WindowUnknown = "window-unknown";

    public async Task<Reply> Act(
        string hall, string window, WindowCall call, JsonElement body, CancellationToken cancellation)
    {
        if (await Missing(hall, window, cancellation) is { } missing)
            return missing;
        var reader = new BodyReader(body);
        var request = new WindowRequest(reader.RequestId(), window, call.Read(reader, hall));
        if (reader.Refusal is { } refusal)
            return refusal;
        if (request.Act is TransferAct { ToHall: { } other } && await halls.Find(other, cancellation) is null)
            return Problems.Of(Codes.HallUnknown) with { Field = "to.hall" };
        return await calls.Ask(
            () => refs.Hall(hall).AtWindow(request),
            given => new Reply.Given(Shown(call, given), given.AsOf),
            cancellation);
    }

    /// <summary>The window as it is now.</summary>
    public async Task<Reply> Show(string hall, string window, CancellationToken cancellation)
    {
        if (await Missing(hall, window, cancellation) is { } missing)
            return missing;
        return await calls.Ask(
            () => refs.Hall(hall).Describe(),
            found => found.Value.Windows.FirstOrDefault(w => w.Window == window) is { } view
                ? new Reply.Given(ShownWindow.Of(view, found.AsOf), found.AsOf)
                : Problems.Of(WindowUnknown),
            cancellation);
    }

    /// <summary>Why there is no such window; null when there is.</summary>
    private async ValueTask<Problem?> Missing(string hall, string window, CancellationToken cancellation)
    {
        if (await halls.Find(hall, cancellation) is null)
            return Problems.Of(Codes.HallUnknown);
        return await windows.Has(hall, window, cancellation) ? null : Problems.Of(WindowUnknown);
    }

    private static object Shown(WindowCall call, Accepted<WindowAnswer> given) => call == WindowActs.CallNext
        ? CalledTicket.Of(given.Value, given.AsOf)
        : ShownWindow.Of(given.Value.Window, given.AsOf);
}
