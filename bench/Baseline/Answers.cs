using System.Text.Json.Serialization;

namespace Yihao.Baseline;

/// <param name="Ticket">The id of the row; here it is the number too.</param>
internal sealed record Taken(long Ticket);

/// <param name="Ticket">Null when nobody waits.</param>
internal sealed record Called(long? Ticket);

/// <summary>What is in the table, for the check after a run.</summary>
internal sealed record Counts(long Waiting, long Called, long Finished);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Taken))]
[JsonSerializable(typeof(Called))]
[JsonSerializable(typeof(Counts))]
internal sealed partial class AnswerJson : JsonSerializerContext;
