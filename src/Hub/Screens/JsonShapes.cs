using System.Text;
using System.Text.Json;
using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace Yihao.Hub.Screens;

/// <summary>
/// The shapes of the contract in MessagePack: the very same names and texts as in JSON, because they are made from it.
/// Bodies come in as JSON, too, and are read by the same reader.
/// </summary>
internal sealed class JsonShapes : IFormatterResolver
{
    public static MessagePackSerializerOptions PackOptions { get; } = MessagePackSerializerOptions.Standard
        .WithResolver(CompositeResolver.Create(new JsonShapes(), StandardResolver.Instance))
        .WithSecurity(MessagePackSecurity.UntrustedData);

    public IMessagePackFormatter<T>? GetFormatter<T>() => Formatter<T>.Instance;

    private static class Formatter<T>
    {
        public static readonly IMessagePackFormatter<T>? Instance =
            typeof(T) == typeof(JsonElement) || $"{typeof(T).Namespace}.".StartsWith("Yihao.", StringComparison.Ordinal)
                ? (IMessagePackFormatter<T>)(object)new JsonShape<T>()
                : null;
    }
}

internal sealed class JsonShape<T> : IMessagePackFormatter<T?>
{
    public void Serialize(ref MessagePackWriter writer, T? value, MessagePackSerializerOptions options) =>
        Write(ref writer, JsonSerializer.SerializeToElement(value, HubJson.Options));

    public T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        var text = new StringBuilder();
        using (var writer = new StringWriter(text))
            MessagePackSerializer.ConvertToJson(ref reader, writer, options);
        try
        {
            return JsonSerializer.Deserialize<T>(text.ToString(), HubJson.Options);
        }
        catch (JsonException fault)
        {
            throw new MessagePackSerializationException("not a value that JSON has", fault);
        }
    }

    private static void Write(ref MessagePackWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteMapHeader(element.GetPropertyCount());
                foreach (var field in element.EnumerateObject())
                {
                    writer.Write(field.Name);
                    Write(ref writer, field.Value);
                }
                break;
            case JsonValueKind.Array:
                writer.WriteArrayHeader(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                    Write(ref writer, item);
                break;
            case JsonValueKind.String:
                writer.Write(element.GetString());
                break;
            case JsonValueKind.Number when element.TryGetInt64(out var whole):
                writer.Write(whole);
                break;
            case JsonValueKind.Number:
                writer.Write(element.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Write(element.ValueKind == JsonValueKind.True);
                break;
            default:
                writer.WriteNil();
                break;
        }
    }
}
