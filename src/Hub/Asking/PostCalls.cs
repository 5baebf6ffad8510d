using System.Text.Json;
using Yihao.Contracts;
using Yihao.Hub.Bodies;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Asking;

/// <summary>Deputies without a window: from the body to the reply.</summary>
internal sealed class PostCalls(HallRefs refs, GrainCalls calls, KnownHalls halls)
{
    private const int LongestId = 64;

    public async Task<Reply> StandBy(string hall, JsonElement body, CancellationToken cancellation)
    {
        if (await halls.Find(hall, cancellation) is null)
            return Problems.Of(Codes.HallUnknown);
        var reader = new BodyReader(body);
        var (id, clerk) = (reader.RequestId(), reader.Text("clerk", LongestId));
        var present = reader.Flag("present", usual: true);
        return reader.Refusal is { } refusal ? refusal : await StandBy(hall, id, clerk, present, cancellation);
    }

    /// <param name="hall">A hall that exists.</param>
    public Task<Reply> StandBy(string hall, string id, string clerk, bool present, CancellationToken cancellation) =>
        calls.Ask(
            // Until people sign in the clerk is the scope of his own request ids.
            () => refs.Hall(hall).StandBy(new StandbyRequest(id, $"clerk:{clerk}", clerk, present)),
            given => new Reply.Given(ShownStandby.Of(given.Value, given.AsOf), given.AsOf),
            cancellation);
}
