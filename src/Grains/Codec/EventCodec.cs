using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Grains.Codec;

/// <summary>Events of the rules to lines of the ledger, and back.</summary>
public static class EventCodec
{
    private static readonly FrozenDictionary<string, Type> Kinds = new Dictionary<string, Type>
    {
        ["hallPlanned"] = typeof(HallPlanned),
        ["dayOpened"] = typeof(DayOpened),
        ["hallResumed"] = typeof(HallResumed),
        ["requestAnswered"] = typeof(RequestAnswered),
        ["notice"] = typeof(NoticeGiven),
        ["taken"] = typeof(NumberTaken),
        ["called"] = typeof(TicketCalled),
        ["recalled"] = typeof(TicketRecalled),
        ["started"] = typeof(TicketStarted),
        ["finished"] = typeof(TicketFinished),
        ["noShow"] = typeof(TicketNoShow),
        ["returned"] = typeof(TicketReturned),
        ["held"] = typeof(TicketHeld),
        ["released"] = typeof(TicketReleased),
        ["cancelled"] = typeof(TicketCancelled),
        ["expired"] = typeof(TicketExpired),
        ["transferred"] = typeof(TicketTransferred),
        ["windowChanged"] = typeof(WindowChanged),
        ["offered"] = typeof(TicketOffered),
        ["offerEnded"] = typeof(OfferEnded),
        ["restSet"] = typeof(RestSet),
        ["covered"] = typeof(WindowCovered),
        ["uncovered"] = typeof(WindowUncovered),
        ["rerouted"] = typeof(MattersRerouted),
        ["standby"] = typeof(StandbyChanged),
        ["overflow"] = typeof(OverflowChanged),
        ["boothTaken"] = typeof(BoothTaken),
        ["boothFreed"] = typeof(BoothFreed),
        ["loanAsked"] = typeof(LoanAsked),
        ["loanWithdrawn"] = typeof(LoanWithdrawn),
        ["loanSettled"] = typeof(LoanSettled),
        ["loanRefused"] = typeof(LoanRefused),
        ["guestCame"] = typeof(GuestCame),
        ["moveBegun"] = typeof(MoveBegun),
        ["moved"] = typeof(TicketMoved),
        ["moveFailed"] = typeof(MoveFailed),
    }.ToFrozenDictionary();

    /// <summary>Used again for every event that a thread writes.</summary>
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? t_writing;

    /// <summary>All kinds a ledger may hold.</summary>
    public static IEnumerable<string> AllKinds => Kinds.Keys;

    /// <param name="hall">The hall's id.</param>
    /// <param name="before">The hash of the entry in front.</param>
    public static LedgerEntry Encode(string hall, long seq, Recorded recorded, ReadOnlySpan<byte> before)
    {
        var happened = recorded.Event;
        var entry = new LedgerEntry(
            seq,
            recorded.At,
            happened.Kind,
            (happened as TicketEvent)?.Ticket.IdIn(hall),
            happened.AtWindow,
            ClerkOf(happened),
            Payload(recorded),
            new byte[LedgerChain.HashBytes]);
        LedgerChain.Hash(before, hall, entry, entry.Hash);
        return entry;
    }

    /// <exception cref="JsonException">The payload is not one of this program's, or of a newer one.</exception>
    public static Recorded Decode(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!Kinds.TryGetValue(entry.Kind, out var type))
            throw new JsonException($"entry {entry.Seq}: the kind {entry.Kind} is not known to this version");
        var payload = JsonSerializer.Deserialize<Envelope>(entry.Payload, LedgerJson.Options)!;
        if (payload.V > LedgerJson.Version)
            throw new JsonException($"entry {entry.Seq}: version {payload.V} is newer than this program's");
        var happened = (HallEvent)payload.Event.Deserialize(type, LedgerJson.Options)!;
        return new Recorded(entry.At, happened, payload.Request);
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Writing()
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        return (buffer, new(buffer, new JsonWriterOptions { Encoder = LedgerJson.Options.Encoder }));
    }

    private static byte[] Payload(Recorded recorded)
    {
        var (buffer, writer) = t_writing ??= Writing();
        buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteNumber("v", LedgerJson.Version);
        writer.WritePropertyName("event");
        JsonSerializer.Serialize(writer, recorded.Event, recorded.Event.GetType(), LedgerJson.Options);
        if (recorded.Request is { } request)
        {
            writer.WritePropertyName("request");
            JsonSerializer.Serialize(writer, request, LedgerJson.Options);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static string? ClerkOf(HallEvent happened) => happened switch
    {
        TicketCalled called => called.Clerk,
        TicketFinished finished => finished.Clerk,
        WindowChanged changed => changed.Clerk,
        WindowCovered covered => covered.Clerk,
        StandbyChanged changed => changed.Clerk,
        BoothTaken taken => taken.Clerk,
        _ => null,
    };

    private sealed record Envelope(int V, JsonElement Event, Request? Request);
}
