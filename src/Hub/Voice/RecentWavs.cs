using System.Diagnostics.CodeAnalysis;

namespace Yihao.Hub.Voice;

/// <summary>The files spoken last, the least recently used one goes first. Safe for use from several threads.</summary>
internal sealed class RecentWavs(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Wav)>> _byKey = [];
    private readonly LinkedList<(string Key, byte[] Wav)> _byUse = [];

    internal int Count
    {
        get
        {
            lock (_gate)
                return _byKey.Count;
        }
    }

    internal bool TryGet(string key, [NotNullWhen(true)] out byte[]? wav)
    {
        lock (_gate)
        {
            wav = null;
            if (!_byKey.TryGetValue(key, out var node))
                return false;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            wav = node.Value.Wav;
            return true;
        }
    }

    internal void Add(string key, byte[] wav)
    {
        lock (_gate)
        {
            if (_byKey.ContainsKey(key))
                return;
            _byKey[key] = _byUse.AddFirst((key, wav));
            if (_byKey.Count <= capacity)
                return;
            _byKey.Remove(_byUse.Last!.Value.Key);
            _byUse.RemoveLast();
        }
    }
}
