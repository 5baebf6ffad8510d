using Yihao.Contracts;

namespace Yihao.Hub.Asking;

/// <summary>Halls a citizen may go to instead: the one above, those below, those beside under the same one.</summary>
internal static class NearbyHalls
{
    public static IEnumerable<HallEntry> Of(HallEntry home, IReadOnlyList<HallEntry> all) =>
        all.Where(h => h.Hall == home.Parent)
            .Concat(all.Where(h => h.Parent == home.Hall))
            .Concat(all.Where(h => home.Parent is not null && h.Parent == home.Parent && h.Hall != home.Hall));
}
