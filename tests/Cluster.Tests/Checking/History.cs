using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yihao.Cluster.Tests.Checking;

/// <summary>
/// What everybody outside the cluster saw during a run. Any thread may add; the notes of one thread keep their order.
/// It goes to a file of JSON lines and back, so that a failed run can be looked at again.
/// </summary>
public sealed class History
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly ConcurrentQueue<Note> _notes = new();

    /// <summary>A history with these notes in this order.</summary>
    public History(params IEnumerable<Note> notes)
    {
        foreach (var note in notes)
            Add(note);
    }

    public IReadOnlyList<Note> Notes => [.. _notes];

    public void Add(Note note) => _notes.Enqueue(note);

    /// <summary>All notes of one kind, in the order in which they were added.</summary>
    public IReadOnlyList<T> All<T>()
        where T : Note =>
        [.. _notes.OfType<T>()];

    public async Task WriteAsync(string path, CancellationToken cancellation = default)
    {
        await using var lines = new StreamWriter(path);
        foreach (var note in _notes)
            await lines.WriteLineAsync(JsonSerializer.Serialize(note, Options).AsMemory(), cancellation);
    }

    public static async Task<History> ReadAsync(string path, CancellationToken cancellation = default)
    {
        var history = new History();
        await foreach (var line in File.ReadLinesAsync(path, cancellation))
            history.Add(JsonSerializer.Deserialize<Note>(line, Options)!);
        return history;
    }
}
