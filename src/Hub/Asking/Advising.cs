using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Bodies;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Asking;

/// <summary>
/// Where a matter is served sooner than here: the hall above, those below and those beside are asked at once, and what
/// does not answer in time is left out.
/// </summary>
internal sealed partial class Advising(
    HallRefs refs, GrainCalls calls, KnownHalls halls, TimeProvider time, ILogger<Advising> log)
{
    private const int LongestMatter = 64;
    private const int AskedAtOnce = 16;
    private const int MostHalls = 40;

    /// <summary>For all other halls together: who stands at a kiosk does not wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public async Task<Reply> Advise(string hall, string? matter, CancellationToken cancellation)
    {
        if (await halls.Find(hall, cancellation) is not { } home)
            return Problems.Of(Codes.HallUnknown);
        if (string.IsNullOrEmpty(matter))
            return Problems.Invalid("matter", "'matter' is missing.");
        if (BodyText.FaultOf(matter, LongestMatter) is { } fault)
            return Problems.Invalid("matter", $"'matter' {fault}.");
        var nearby = NearbyHalls.Of(home, await halls.All(cancellation)).Take(MostHalls).ToList();
        var others = Ask(nearby, matter, cancellation);
        return await calls.Guard(
            async () => await calls.Repeat(() => Hall(hall).WaitFor(matter), cancellation) switch
            {
                Accepted<MatterWait> here => Show(here, matter, await others, nearby.Count),
                Refused<MatterWait> refused => Problems.Of(refused),
                _ => throw new InvalidOperationException("an answer is accepted or refused"),
            },
            cancellation);
    }

    private static Reply Show(
        Accepted<MatterWait> here, string matter, IReadOnlyCollection<MatterWait> others, int asked)
    {
        var isKnown = here.Value.Served || others.Any(o => o.Served);
        // A hall that did not answer may know it.
        return !isKnown && others.Count == asked
            ? Problems.Of("matter-unknown")
            : new Reply.Given(ShownAdvice.Of(matter, here.Value, others, here.AsOf), here.AsOf);
    }

    private async Task<IReadOnlyCollection<MatterWait>> Ask(
        IReadOnlyList<HallEntry> nearby, string matter, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var said = new ConcurrentBag<MatterWait>();
        await Parallel.ForEachAsync(
            nearby,
            new ParallelOptions { MaxDegreeOfParallelism = AskedAtOnce },
            async (hall, _) =>
            {
                if (await AskOne(hall.Hall, matter, either.Token) is { } wait)
                    said.Add(wait);
            });
        return said;
    }

    private async Task<MatterWait?> AskOne(string hall, string matter, CancellationToken limit)
    {
        try
        {
            limit.ThrowIfCancellationRequested();
            return (await Hall(hall).WaitFor(matter).WaitAsync(limit) as Accepted<MatterWait>)?.Value;
        }
        catch (Exception silent)
        {
            LogSilent(hall, silent.Message);
            return null;
        }
    }

    private IHallGrain Hall(string hall) => refs.Hall(hall);

    [LoggerMessage(2041, LogLevel.Debug, "Hall {Hall} does not answer for advice: {Reason}")]
    private partial void LogSilent(string hall, string reason);
}
