namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>
/// Tests that leave the server alone share one, each in halls of its own: <c>[Collection(CalmHalls.Name)]</c>.
/// </summary>
[CollectionDefinition(Name)]
public sealed class CalmHalls : ICollectionFixture<HallServer>
{
    public const string Name = "Calm halls";
}
