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
        Answer = JsonDocument.Parse(attempt.Answer).RootElement;
        IsAccepted = attempt.Status is 200 or 201;
        if (Answer.ValueKind != JsonValueKind.Object)
            return;
        AsOf = Answer.TryGetProperty("asOf", out var asOf) && asOf.ValueKind == JsonValueKind.Object
            ? asOf.Deserialize<AsOf>(JsonSerializerOptions.Web)
            : null;
        Code = IsAccepted ? null : Text("code");
        IsRefused = !IsAccepted;
    }

    public Attempted Attempt { get; }

    /// <summary>Below the hall.</summary>
    public string Path { get; }

    /// <summary>False also when nobody knows what became of it.</summary>
    public bool IsAccepted { get; }

    public bool IsRefused { get; }

    public bool IsCommand => Attempt.Method == "POST";

    /// <summary>The answer's body; undefined when nobody knows what became of it.</summary>
    public JsonElement Answer { get; }

    public AsOf? AsOf { get; }

    /// <summary>The refusal's code.</summary>
    public string? Code { get; }

    /// <summary>What it asks of the hall; null for a read, and for what cannot be read as a command.</summary>
    public Asked? Asked { get; }

    public string? Text(string name) =>
        Answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public override string ToString() =>
        $"{Attempt.Worker} {Attempt.Method} {Path} {Attempt.RequestId} -> {Attempt.Status} {Code} asOf {AsOf?.Seq}";
}

/// <summary>A command, and under which key the ledger knows it.</summary>
internal sealed record Asked(HallCommand Command, Rules.Request Stamp)
{
    private const string NewMove = "checker";

    /// <summary>Null when the hall's own reading refuses it too.</summary>
    public static Asked? Of(Question question) => Wishes.Read(question, NewMove);
}
