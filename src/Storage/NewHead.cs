using System.Security.Cryptography;

namespace Yihao.Storage;

/// <summary>What chance gives a new ledger and a new session.</summary>
internal static class NewHead
{
    /// <summary>32 random lower-case hexadecimal digits.</summary>
    public static string Mark() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static byte[] LinkKey() => RandomNumberGenerator.GetBytes(32);
}
