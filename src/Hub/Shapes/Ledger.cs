using System.Text.Json;
using Yihao.Contracts;

namespace Yihao.Hub.Shapes;

/// <param name="Hash">Hexadecimal; over this entry and the hash of the one before.</param>
/// <param name="Data">The event itself.</param>
internal sealed record LedgerEntry(
    long Seq,
    DateTimeOffset At,
    string Kind,
    string? Ticket,
    string? Number,
    string? Window,
    string? Clerk,
    string Hash,
    JsonElement Data)
{
    public static LedgerEntry Of(LedgerLine line) => new(
        line.Seq, line.At, line.Kind, line.Ticket, line.Number, line.Window, line.Clerk, line.Hash,
        JsonElement.Parse(line.Data));
}

/// <param name="Build">New when the program or its pages are: a page that sees another one loads itself anew.</param>
/// <param name="Doors"><c>loopback</c>, or <c>open</c>: other machines come in although nobody signs in.</param>
internal sealed record ShownBuild(string Build, string Doors);

/// <param name="Status"><c>ready</c> or <c>notReady</c>.</param>
/// <param name="Missing">What is missing, by name.</param>
internal sealed record ShownHealth(string Status, IReadOnlyDictionary<string, string> Missing);
