using System.Text;
using Yihao.Grains.Codec;

namespace Yihao.Simulation.Tests;

/// <summary>A hall's image as text, in an order that does not hang on how the hall came to be.</summary>
internal static class HallText
{
    public static string Of(Hall hall)
    {
        var image = HallImage.Of(hall);
        image = image with
        {
            Tickets = [.. image.Tickets.OrderBy(t => t.Key)],
            LastNumbers = new SortedDictionary<string, int>(
                image.LastNumbers.ToDictionary(n => n.Key, n => n.Value), StringComparer.Ordinal),
            ServiceTimes = new SortedDictionary<string, Measured>(
                image.ServiceTimes.ToDictionary(n => n.Key, n => n.Value), StringComparer.Ordinal),
        };
        return Encoding.UTF8.GetString(ImageCodec.Json(image));
    }

    /// <summary>Where two images begin to differ.</summary>
    public static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{Around(one, at)}\n  against\n{Around(other, at)}";
    }

    private static string Around(string text, int at) =>
        text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)];
}
