using System.Text.Json.Serialization;
using Yihao.Hub.Shapes;

namespace Yihao.Hub;

/// <summary>
/// The answers of every ticket's life, written by generated code: the same bytes as <see cref="HubJson"/> for less.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TakenTicket))]
[JsonSerializable(typeof(CalledTicket))]
[JsonSerializable(typeof(ShownWindow))]
internal sealed partial class WrittenOften : JsonSerializerContext;
