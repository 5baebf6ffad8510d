using System.Collections.Concurrent;
using Yihao.Contracts;

namespace Yihao.Hub.Asking;

/// <summary>
/// References to the grains of halls and windows. To make one Orleans reads the attributes of the interface, which
/// costs as much as a small call: so they are kept. Ask only for halls and windows that exist; that bounds them.
/// </summary>
internal sealed class HallRefs(IGrainFactory grains)
{
    private readonly ConcurrentDictionary<string, IHallGrain> halls = [];
    private readonly ConcurrentDictionary<(string Hall, string Window), IWindowGrain> windows = [];

    public IHallGrain Hall(string hall) =>
        halls.TryGetValue(hall, out var known)
            ? known
            : halls.GetOrAdd(hall, static (id, grains) => grains.GetGrain<IHallGrain>(id), grains);

    public IWindowGrain Window(string hall, string window) =>
        windows.TryGetValue((hall, window), out var known)
            ? known
            : windows.GetOrAdd(
                (hall, window),
                static (id, grains) => grains.GetGrain<IWindowGrain>($"{id.Hall}/{id.Window}"),
                grains);
}
