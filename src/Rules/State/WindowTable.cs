namespace Yihao.Rules;

/// <summary>
/// The windows of a hall, found by id in constant time and listed in the order people count them: every command looks
/// its window up several times.
/// </summary>
internal sealed class WindowTable
{
    private readonly Dictionary<string, Window> byId = new(StringComparer.Ordinal);

    /// <summary>In the order of their numbers. A list, not an interface: walked without allocating.</summary>
    public List<Window> Values { get; } = [];

    public Window this[string id] => byId[id];

    public Window? GetValueOrDefault(string id) => byId.GetValueOrDefault(id);

    public void Add(Window window)
    {
        byId.Add(window.Id, window);
        var at = Values.FindIndex(other => WindowOrder.Instance.Compare(window.Id, other.Id) < 0);
        Values.Insert(at < 0 ? Values.Count : at, window);
    }

    public void Remove(Window window)
    {
        byId.Remove(window.Id);
        Values.Remove(window);
    }
}
