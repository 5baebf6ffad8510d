using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Yihao.Rules.Tests;

/// <summary>A hall's whole state as text, so that two states can be compared letter by letter.</summary>
internal static class Picture
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheCases } },
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of(Hall hall) => Of(HallImage.Of(hall));

    public static string Of(HallImage image) =>
        JsonSerializer.Serialize(image with { Tickets = [.. image.Tickets.OrderBy(t => t.Key)] }, Options);

    /// <summary>Through text and back, as a snapshot goes.</summary>
    public static Hall Restored(Hall hall)
    {
        var text = JsonSerializer.Serialize(HallImage.Of(hall), Options);
        return JsonSerializer.Deserialize<HallImage>(text, Options)!.Restore();
    }

    private static void NameTheCases(JsonTypeInfo type)
    {
        if (type.Type != typeof(TicketPhase) && type.Type != typeof(Staffing))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions();
        foreach (var derived in type.Type.GetNestedTypes().Where(t => t.IsSubclassOf(type.Type)))
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(derived, derived.Name));
    }
}
