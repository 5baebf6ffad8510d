using System.Security.Cryptography;

namespace Yihao.Hub.Doors;

/// <summary>New when the program or its pages are: pages that live for months load themselves anew then.</summary>
internal sealed class BuildId
{
    private const int Bytes = 8;

    public BuildId(HubOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(BuildId).Module.ModuleVersionId.ToByteArray());
        // Each page names its scripts by their content, so its html stands for all of it.
        var pages = Directory.Exists(options.PagesPath) ? Directory.GetFiles(options.PagesPath, "*.html") : [];
        foreach (var page in pages.Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(page));
        Id = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }

    /// <summary>16 hexadecimal digits.</summary>
    public string Id { get; }
}
