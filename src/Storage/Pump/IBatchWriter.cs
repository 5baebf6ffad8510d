namespace Yihao.Storage.Pump;

/// <summary>Writes batches to one database, one at a time, on the thread of its lane, which it may block.</summary>
internal interface IBatchWriter : IDisposable
{
    /// <summary>
    /// Tries until every write has an outcome other than <see cref="WriteOutcome.Open"/>. At most one write per
    /// session. Does not throw for anything the database does.
    /// </summary>
    void Write(IReadOnlyList<HallWrite> batch);
}
