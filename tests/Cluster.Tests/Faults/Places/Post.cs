namespace Yihao.Cluster.Tests.Faults.Places;

/// <summary>A window of the region and who may sit at it.</summary>
/// <param name="A">The clerk of the A post.</param>
/// <param name="B">Of the B post; null for none.</param>
/// <param name="Domain">What the window serves alone; null for a general one.</param>
/// <param name="RemoteDesk">It serves citizens of other halls first.</param>
/// <param name="Manned">False where nobody ever comes: its citizens are served from elsewhere.</param>
internal sealed record Post(string Window, string A, string? B, string? Domain, bool RemoteDesk, bool Manned = true);

/// <param name="Booths">Places where its citizens are served by camera.</param>
/// <param name="Settings">What it does differently: name and value as in a network file.</param>
internal sealed record Place(
    string Hall,
    string Name,
    int Booths,
    IReadOnlyList<Post> Posts,
    IReadOnlyDictionary<string, object> Settings);
