using System.Text.Json;
using Yihao.Contracts;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Evidence;

/// <summary>One attempt of a worker, taken apart.</summary>
internal sealed class Question
{
    public Question(Attempted attempt)
    {
        Attempt = attempt;
        Path = attempt.Path.Trim('/');
        Asked = attempt.Method == "POST" ? Asked.Of(this) : null;
        if (attempt.Status is 0 or 429 or >= 500)
            return;
        IsAccepted = attempt.Status is 200 or 201;
        IsRefused = !IsAccepted;
        try
        {
            Read(Answer);
        }
        catch (JsonException)
        {
            IsReadable = false;
        }
    }

    public Attempted Attempt { get; }

    /// <summary>Below the hall.</summary>
    public string Path { get; }

    /// <summary>False also when nobody knows what became of it.</summary>
    public bool IsAccepted { get; }

    public bool IsRefused { get; }

    public bool IsCommand => Attempt.Method == "POST";

    /// <summary>False when an answer came that is no JSON, or whose asOf is none.</summary>
    public bool IsReadable { get; } = true;

    /// <summary>True for a list: its asOf stands in a header, which the attempt does not keep.</summary>
    public bool IsList { get; private set; }

    /// <summary>
    /// The answer's body, when one came that can be read; taken apart anew each time, because a long run has a million.
    /// </summary>
    public JsonElement Answer => JsonElement.Parse(Attempt.Answer);

    public AsOf? AsOf { get; private set; }

    /// <summary>The refusal's code.</summary>
    public string? Code { get; private set; }

    /// <summary>What it asks of the hall; null for a read, and for what cannot be read as a command.</summary>
    public Asked? Asked { get; }

    public string? Text(string name) => Text(Answer, name);

    public override string ToString() =>
        $"{Attempt.Worker} {Attempt.Method} {Path} {Attempt.RequestId} -> {Attempt.Status} {Code} asOf {AsOf?.Seq}";

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private void Read(JsonElement answer)
    {
        IsList = answer.ValueKind == JsonValueKind.Array;
        if (answer.ValueKind != JsonValueKind.Object)
            return;
        AsOf = answer.TryGetProperty("asOf", out var asOf) && asOf.ValueKind == JsonValueKind.Object
            ? asOf.Deserialize<AsOf>(JsonSerializerOptions.Web)
            : null;
        Code = IsAccepted ? null : Text(answer, "code");
    }
}

/// <summary>A command, and under which key the ledger knows it.</summary>
internal sealed record Asked(HallCommand Command, Rules.Request Stamp)
{
    private const string NewMove = "checker";

    /// <summary>Null when the hall's own reading refuses it too.</summary>
    public static Asked? Of(Question question) => Wishes.Read(question, NewMove);
}
