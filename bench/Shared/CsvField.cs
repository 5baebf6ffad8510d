namespace Yihao.Bench.Shared;

/// <summary>A text as one field of a CSV file (RFC 4180).</summary>
public static class CsvField
{
    /// <summary>In quotation marks where a reader would see more than one field or line in it.</summary>
    public static string Of(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
