namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>
/// Tests that leave the server alone share one, each in halls of its own: <c>[Collection(CalmHalls.Name)]</c>.
/// </summary>
[CollectionDefinition(Name)]
public sealed class CalmHalls : ICollectionFixture<HallServer>
{
    public const string Name = "Calm halls";
}

/// <summary>
/// Small halls whose delays are short, one for each test: <c>[Collection(ShortDelays.Name)]</c>. See
/// posts-network.json.
/// </summary>
[CollectionDefinition(Name)]
public sealed class ShortDelays : ICollectionFixture<ShortDelayServer>
{
    public const string Name = "Short delays";

    /// <summary>After so long without a sign a clerk is lost.</summary>
    public static readonly TimeSpan Cover = TimeSpan.FromSeconds(5);
}

public sealed class ShortDelayServer()
    : HallServer(["--Network:File", Path.Combine(Repository.Root, "tests/EndToEnd.Tests/Stage/posts-network.json")]);

/// <summary>As <see cref="CalmHalls"/>, beside them: for the long looks with axe.</summary>
[CollectionDefinition(Name)]
public sealed class LookedAtHalls : ICollectionFixture<HallServer>
{
    public const string Name = "Halls that are looked at";
}
