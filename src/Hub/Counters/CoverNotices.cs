using Yihao.Hub.Shapes;

namespace Yihao.Hub.Counters;

/// <summary>Which covers a page was told of: each is told once when it begins, and once when it is over.</summary>
internal sealed class CoverNotices
{
    private Dictionary<(string Window, string By), ShownCover> told = [];

    /// <summary>What the page does not know yet; a cover that goes on for another cause is told again.</summary>
    public IReadOnlyList<ShownCover> New(IEnumerable<ShownCover> now)
    {
        var standing = now.ToDictionary(c => (c.Window, c.By));
        List<ShownCover> notices =
        [
            .. told.Where(t => !standing.ContainsKey(t.Key)).Select(t => t.Value with { Active = false }),
            .. standing.Where(s => told.GetValueOrDefault(s.Key)?.Cause != s.Value.Cause || !told.ContainsKey(s.Key))
                .Select(s => s.Value),
        ];
        told = standing;
        return notices;
    }
}
