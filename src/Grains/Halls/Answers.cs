using Yihao.Contracts;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>Answers of one hall: each says the state of the ledger that it was decided on.</summary>
internal sealed class Answers(ILedgerSession session)
{
    public AsOf AsOf(Hall hall) => new(session.Ledger, hall.Seq, hall.Clock.Local(hall.LastAt));

    public Answer<T> Accept<T>(Hall hall, T value, bool repeated = false) =>
        new Accepted<T>(value, repeated) { AsOf = AsOf(hall) };

    public Answer<T> Refuse<T>(Hall hall, string code) => new Refused<T>(code, null) { AsOf = AsOf(hall) };

    public Answer<T> Refuse<T>(Hall hall, Decision.Refuse refused) =>
        new Refused<T>(Wire.Code(refused.Code), refused.From is { } from ? hall.Clock.Local(from) : null)
        {
            AsOf = AsOf(hall),
        };

    public static Answer<T> HallUnknown<T>() => new Refused<T>(Codes.HallUnknown, null);
}
