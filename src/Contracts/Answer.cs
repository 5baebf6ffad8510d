namespace Yihao.Contracts;

/// <summary>
/// What a hall answers: a value, or a refusal with its reason. An exception instead means "outcome unknown".
/// </summary>
[GenerateSerializer, Immutable, Alias("yihao.Answer`1")]
public abstract record Answer<T>
{
    /// <summary>The durable state the answer was decided on.</summary>
    [Id(0)]
    public AsOf AsOf { get; init; } = AsOf.Nothing;
}

/// <param name="Value">What was asked for.</param>
/// <param name="Repeated">The same request was accepted before: this is its answer again.</param>
[GenerateSerializer, Immutable, Alias("yihao.Accepted`1")]
public sealed record Accepted<T>([property: Id(0)] T Value, [property: Id(1)] bool Repeated) : Answer<T>;

/// <param name="Code">Stable code in kebab-case, for example <c>window-busy</c>.</param>
/// <param name="From">When the same request would be accepted, where only time stands against it.</param>
[GenerateSerializer, Immutable, Alias("yihao.Refused`1")]
public sealed record Refused<T>([property: Id(0)] string Code, [property: Id(1)] DateTimeOffset? From) : Answer<T>;

/// <param name="Ledger">Id of the hall's ledger, new only after a restore.</param>
/// <param name="Seq">Place in that ledger.</param>
/// <param name="At">Time of the entry at that place, in the hall's zone.</param>
[GenerateSerializer, Immutable, Alias("yihao.AsOf")]
public sealed record AsOf(
    [property: Id(0)] string Ledger,
    [property: Id(1)] long Seq,
    [property: Id(2)] DateTimeOffset At)
{
    public static AsOf Nothing { get; } = new(string.Empty, 0, DateTimeOffset.MinValue);
}
