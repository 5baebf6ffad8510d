using System.Security.Cryptography;
using System.Text;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>
/// Links are ticket ids with a signature: whoever holds the paper can show it, nobody can guess one, and nothing secret
/// stands in the ledger. 96 bits of HMAC-SHA-256 in hexadecimal. Used from one thread at a time.
/// </summary>
public sealed class LinkSigner(string hall, byte[] key)
{
    private const int SignatureBytes = 12;

    private readonly IncrementalHash signature = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    public string LinkOf(TicketKey ticket)
    {
        var id = ticket.IdIn(hall);
        return $"{id}-{Signature(id)}";
    }

    /// <summary>The ticket of a link or of a public id, a guest's too; null for anything else.</summary>
    public TicketKey? Find(string ticketOrLink)
    {
        var last = ticketOrLink.LastIndexOf('-');
        if (TicketKey.TryParseIn(hall, ticketOrLink, out var ticket))
            return ticket;
        return last > 0 && FindByLink(ticketOrLink) is { } linked ? linked : null;
    }

    /// <summary>The ticket of a link; null when the signature is not ours.</summary>
    public TicketKey? FindByLink(string link)
    {
        var last = link.LastIndexOf('-');
        if (last <= 0 || !TicketKey.TryParse(link[..last], out var home, out var ticket) || home != hall)
            return null;
        var given = Encoding.ASCII.GetBytes(link[(last + 1)..]);
        var right = Encoding.ASCII.GetBytes(Signature(link[..last]));
        return CryptographicOperations.FixedTimeEquals(given, right) ? ticket : null;
    }

    private string Signature(string id)
    {
        Span<byte> text = stackalloc byte[256];
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Encoding.ASCII.GetMaxByteCount(id.Length) <= text.Length)
            signature.AppendData(text[..Encoding.ASCII.GetBytes(id, text)]);
        else
            signature.AppendData(Encoding.ASCII.GetBytes(id));
        signature.GetHashAndReset(whole);
        return Convert.ToHexStringLower(whole[..SignatureBytes]);
    }
}
