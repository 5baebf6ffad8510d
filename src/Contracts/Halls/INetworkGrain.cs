namespace Yihao.Contracts;

/// <summary>The network of halls in force. Stateless: any activation answers from its node's copy. Key: 0.</summary>
[Alias("yihao.INetworkGrain")]
public interface INetworkGrain : IGrainWithIntegerKey
{
    /// <summary>All halls, parents before children.</summary>
    [Alias("Halls"), ResponseTimeout("00:00:02")]
    Task<IReadOnlyList<HallEntry>> Halls();
}

/// <summary>One hall of the network as it is planned, without what happens in it.</summary>
/// <param name="CoverAfter">How long a clerk's page may be away before he is missed; 5 s to 10 min.</param>
[GenerateSerializer, Immutable, Alias("yihao.HallEntry")]
public sealed record HallEntry(
    [property: Id(0)] string Hall,
    [property: Id(1)] string Name,
    [property: Id(2)] string? NameEn,
    [property: Id(3)] string Level,
    [property: Id(4)] string? Parent,
    [property: Id(5)] TimeSpan CoverAfter);
