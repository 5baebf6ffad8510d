using System.Text.Json;

namespace Yihao.Load.Report;

/// <summary>Figures as a file that programs read.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task Write<T>(string? file, T figures)
    {
        if (file is not null)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, Readable) + "\n");
    }
}
