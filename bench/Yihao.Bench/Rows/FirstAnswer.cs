using System.Diagnostics;
using System.Diagnostics.Metrics;
using Yihao.Bench.Ledgers;
using Yihao.Bench.Shared;
using Yihao.Contracts;
using Yihao.Storage;

namespace Yihao.Bench.Rows;

/// <summary>
/// The start of the node until its hall answers: with so many events in its ledger, of which the last thousand are not
/// in the snapshot, against a hall with none. Each on a database of its own, in turns.
/// </summary>
internal static class FirstAnswer
{
    /// <summary>About a thousand events: a hall writes its snapshot that far apart.</summary>
    public const int TailLives = 330;

    public static async Task<IReadOnlyList<PairedFigure>> Measure(int pairs, int events, TextWriter progress)
    {
        await using var full = await MeasuredNode.Start(StorageProvider.PostgreSql, 1, 1);
        await full.Stop();
        await using var empty = await MeasuredNode.Start(StorageProvider.PostgreSql, 1, 1);
        await empty.Stop();
        var filler = new FilledLedger();
        var written = await filler.FillTo(full.Storage, events, progress);
        var whole = await Start(full, written);
        progress.WriteLine($"without a snapshot, {written:n0} events read again: {whole.Answer:n0} ms");
        PairedFigure answer = new($"start to the first answer, {events:n0} events", "ms", 2);
        PairedFigure opening = new("  of it the hall's opening", "ms", null);
        for (var pair = 0; pair <= pairs; pair++)
        {
            written = await filler.AddTail(full.Storage, TailLives);
            var ours = await Start(full, written);
            var other = await Start(empty, 0);
            progress.WriteLine($"pair {pair} of {pairs}: {ours.Answer:0} to {other.Answer:0} ms");
            if (pair == 0)
                continue;
            answer.Add(ours.Answer, other.Answer);
            opening.Add(ours.Opening, other.Opening);
        }

        return [answer, opening];
    }

    /// <summary>Milliseconds to the answer, and of the hall's opening by its own meter.</summary>
    public static async Task<(double Answer, double Opening)> Start(MeasuredNode node, long written)
    {
        var opened = new TaskCompletionSource<double>();
        using var meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "yihao.halls.opening")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meter.SetMeasurementEventCallback<double>((_, seconds, _, _) => opened.TrySetResult(1_000 * seconds));
        meter.Start();
        var begun = Stopwatch.GetTimestamp();
        await node.StartAgain();
        var hall = node.Grains.GetGrain<IHallGrain>(MeasuredNetwork.Hall(0));
        var answer = await Patient(hall);
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        if (answer is not Accepted<HallView> view || view.AsOf.Seq < written)
            throw new InvalidOperationException($"the hall stands at {answer.AsOf.Seq}, its ledger at {written}");
        await node.Stop();
        return (took, await opened.Task);
    }

    /// <summary>A million events without a snapshot take longer than a call may.</summary>
    private static async Task<Answer<HallView>> Patient(IHallGrain hall)
    {
        while (true)
        {
            try
            {
                return await hall.Describe();
            }
            catch (TimeoutException)
            {
                // It is still loading.
            }
        }
    }
}
