namespace Yihao.Bench.Bare;

/// <summary>What one durable command costs without anything around it. For one caller at a time.</summary>
internal interface IBareLedger : IAsyncDisposable
{
    /// <summary>A fenced insert of one event; durable when it returns.</summary>
    Task Insert();
}
