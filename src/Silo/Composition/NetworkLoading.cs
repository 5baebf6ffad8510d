using Yihao.Grains.Network;
using Yihao.Grains.Ports;
using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>
/// Which network of halls is in force: the file that was named, unless it was replaced before; else the one the
/// database holds, else the sample in an empty embedded database. <c>sample</c> replaces nothing.
/// </summary>
internal static class NetworkLoading
{
    /// <exception cref="WrongSettingException">There is no network, or the file has mistakes: all of them, with
    /// lines.</exception>
    public static async Task<NetworkInForce> Load(
        INetworkStore store, Settings settings, CancellationToken cancellation)
    {
        var stored = await store.Load(cancellation);
        if (settings.NetworkFile is null && stored is not null)
            return new NetworkInForce(Parse("the network in the database", stored), stored);
        if (settings.NetworkFile is null && settings.Storage.Provider == StorageProvider.PostgreSql)
        {
            throw new WrongSettingException(
                "The database holds no network of halls: --Network:File FILE loads yours, "
                + "--Network:File sample the sample.");
        }

        if (settings.NetworkFile == "sample" && stored is not null)
            return new NetworkInForce(Parse("the network in the database", stored), stored);
        var (text, network) = settings.NetworkFile is { } file and not "sample"
            ? ReadFile(file)
            : (SampleNetwork.Text, Parse("sample", SampleNetwork.Text));
        if (text == stored)
            return new NetworkInForce(network, text);
        if (stored is not null && await store.Held(text, cancellation))
        {
            // A node that is started again with the file of last year must not put it back in force for all.
            Console.WriteLine(
                $"Network:File is {settings.NetworkFile}: it was in force before and was replaced since; the newer one "
                + "stays. To go back to it, change anything in the file, for example a comment.");
            return new NetworkInForce(Parse("the network in the database", stored), stored);
        }

        await store.Save(text, cancellation);
        return new NetworkInForce(network, text);
    }

    /// <exception cref="WrongSettingException">The file cannot be read or has mistakes.</exception>
    public static (string Text, NetworkDefinition Network) ReadFile(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            return (text, Parse(file, text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException($"Network:File is {file}: {failure.Message}", failure);
        }
    }

    private static NetworkDefinition Parse(string name, string text) => NetworkFile.Parse(text) switch
    {
        NetworkResult.Valid valid => valid.Network,
        NetworkResult.Invalid invalid => throw new WrongSettingException(string.Join(
            Environment.NewLine,
            invalid.Mistakes.Select(m => $"{name}, {m}").Prepend($"{name} has {invalid.Mistakes.Count} mistakes:"))),
        _ => throw new InvalidOperationException("unknown result"),
    };
}
