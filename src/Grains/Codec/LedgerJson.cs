using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Yihao.Rules;

namespace Yihao.Grains.Codec;

/// <summary>
/// How events and snapshots are written: JSON of our own, readable for years, never the Orleans serializer.
/// </summary>
internal static class LedgerJson
{
    /// <summary>
    /// Raised only when an old reader could misread a new payload; every reader reads all versions before it.
    /// </summary>
    public const int Version = 1;

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = null,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TicketKeyJson(), new RequestJson(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheCases } },
    };

    /// <summary>Closed hierarchies carry the name of their case; Rules stays free of attributes.</summary>
    private static void NameTheCases(JsonTypeInfo type)
    {
        if (type.Type != typeof(TicketPhase) && type.Type != typeof(Staffing))
            return;
        var cases = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is" };
        foreach (var derived in type.Type.GetNestedTypes().Where(t => t.IsSubclassOf(type.Type)))
            cases.DerivedTypes.Add(new JsonDerivedType(derived, JsonNamingPolicy.CamelCase.ConvertName(derived.Name)));
        type.PolymorphismOptions = cases;
    }
}
