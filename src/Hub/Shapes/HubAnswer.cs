using Yihao.Hub.Asking;

namespace Yihao.Hub.Shapes;

/// <summary>The answer of a hub's method: what HTTP would answer, or the problem it would give.</summary>
internal sealed record HubAnswer(object? Value, Problem? Problem)
{
    public static HubAnswer Of(Reply reply) => reply switch
    {
        Reply.Given given => new(given.Value, null),
        Reply.Denied denied => new(null, denied.Problem),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, "unknown reply"),
    };
}
