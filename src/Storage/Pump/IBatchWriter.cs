namespace Yihao.Storage.Pump;

/// <summary>Writes batches to one database, one at a time.</summary>
internal interface IBatchWriter : IAsyncDisposable
{
    /// <summary>
    /// Tries until every write has an outcome other than <see cref="WriteOutcome.Open"/>. At most one write per
    /// session. Does not throw for anything the database does.
    /// </summary>
    Task Write(IReadOnlyList<HallWrite> batch);
}
