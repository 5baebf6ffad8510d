using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Shapes;

namespace Yihao.Hub;

/// <summary>The one JSON of the doors: HTTP, both SignalR protocols and OpenAPI speak it.</summary>
internal static class HubJson
{
    public static JsonSerializerOptions Options { get; } = Frozen();

    /// <summary>For what is written with <see cref="Options"/>.</summary>
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = Options.Encoder, MaxDepth = Options.MaxDepth, SkipValidation = true };

    /// <summary>How a value is written with a writer of these options.</summary>
    public static JsonTypeInfo WriterOf(object value) => value switch
    {
        TakenTicket => WrittenOften.Default.TakenTicket,
        CalledTicket => WrittenOften.Default.CalledTicket,
        ShownWindow => WrittenOften.Default.ShownWindow,
        _ => Options.GetTypeInfo(value.GetType()),
    };

    public static void Set(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 32;
        // Chinese stays readable; what could end a script element is still escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutNulls } };
    }

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Set(options);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// Nulls and what is false are written everywhere else; a screen gets each event very often, and a problem has few
    /// fields.
    /// </summary>
    private static void LeaveOutNulls(JsonTypeInfo type)
    {
        if (type.Type != typeof(ScreenEvent) && type.Type != typeof(Problem))
            return;
        foreach (var property in type.Properties)
            property.ShouldSerialize = static (_, value) => value is not (null or false);
    }
}
