using System.Text.Json.Serialization;
using Yihao.Contracts;

namespace Yihao.Hub.Screens;

/// <summary>The answer to Follow. Whoever waits for <see cref="Written"/> comes after it on the connection.</summary>
/// <param name="Picture">Everything anew; null when what was missed is pushed as events.</param>
/// <param name="Skipped">Seq numbers that the screen never sees, when it was too far behind in the same ledger.</param>
/// <param name="Seq">Where the screen stands with this answer, before the pushes after it.</param>
/// <param name="Build">The build of the pages: another one than before means to load anew.</param>
internal sealed record FollowAnswer(Picture? Picture, long? Skipped, string Ledger, long Seq, string Build)
    : IJsonOnSerialized
{
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// The answer is in the connection's output: an answer is made into bytes under the connection's write lock.
    /// </summary>
    [JsonIgnore]
    public Task Written => written.Task;

    void IJsonOnSerialized.OnSerialized() => written.TrySetResult();
}
