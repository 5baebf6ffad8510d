using Yihao.Grains.Halls;
using Yihao.Hub.Asking;
using Yihao.Rules;

namespace Yihao.Hub.Tests.Doors;

public sealed class ProblemTests
{
    public static TheoryData<Refusal> Refusals => [.. Enum.GetValues<Refusal>()];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_of_a_hall_has_a_status_and_a_sentence_of_its_own(Refusal refusal)
    {
        var code = Wire.Code(refusal);
        var problem = Problems.Of(code);
        Assert.NotEqual(Problems.Of("no-such-code").Title, problem.Title);
        var expected = code.EndsWith("-unknown", StringComparison.Ordinal) ? 404
            : refusal is Refusal.ReasonMissing or Refusal.RequestIdReused ? 422 : 409;
        Assert.Equal(expected, problem.Status);
    }
}
