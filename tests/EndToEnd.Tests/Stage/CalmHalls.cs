namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>
/// Tests that leave the server alone share one, each in halls of its own: <c>[Collection(CalmHalls.Name)]</c>.
/// </summary>
[CollectionDefinition(Name)]
public sealed class CalmHalls : ICollectionFixture<HallServer>
{
    public const string Name = "Calm halls";
}

/// <summary>As <see cref="CalmHalls"/>, beside them: for the long looks with axe.</summary>
[CollectionDefinition(Name)]
public sealed class LookedAtHalls : ICollectionFixture<HallServer>
{
    public const string Name = "Halls that are looked at";
}
