using System.Text.Json.Serialization;
using Yihao.Contracts;

namespace Yihao.Hub.Asking;

/// <summary>A refusal, as <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Type">A name for the kind of problem; it is not an address.</param>
/// <param name="Title">One sentence, the same for the same code.</param>
/// <param name="Status">The HTTP status, also where the answer did not come over HTTP.</param>
/// <param name="Detail">What is wrong with this very request.</param>
/// <param name="Code">Stable, in kebab-case: what programs look at.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string Code)
{
    /// <summary>The field of the body, path or query that is wrong.</summary>
    public string? Field { get; init; }

    /// <summary>When the same request would be accepted, where only time stands against it.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The durable state that the refusal was decided on.</summary>
    public AsOf? AsOf { get; init; }

    /// <summary>When to ask again; null when asking again does not help.</summary>
    [JsonIgnore]
    public int? RetryAfterSeconds { get; init; }
}
