namespace Yihao.Grains.Ports;

/// <summary>Where the network file in force is kept, so that a start needs no file.</summary>
public interface INetworkStore
{
    /// <summary>The text of the network in force; null in an empty database.</summary>
    Task<string?> Load(CancellationToken cancellation);

    /// <summary>This text is in force, or was before another one.</summary>
    Task<bool> Held(string text, CancellationToken cancellation);

    /// <summary>Goes up with every <see cref="Save"/>; 0 in an empty database.</summary>
    Task<long> Version(CancellationToken cancellation);

    /// <summary>Puts a network in force; the ones before are kept with their time.</summary>
    Task Save(string text, CancellationToken cancellation);
}
