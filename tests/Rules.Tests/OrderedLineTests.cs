using CsCheck;

namespace Yihao.Rules.Tests;

/// <summary>The line in blocks against a sorted list: the same answers, whatever joins, leaves and splits.</summary>
public class OrderedLineTests
{
    private const int Runs = 300;

    /// <summary>More than three blocks hold, so that joining in the middle splits them.</summary>
    private static readonly Ticket[] Tickets = TicketsWithPlaces(1_000);

    private static readonly Gen<int> AnyTicket = Gen.Int[0, Tickets.Length - 1];

    [Fact]
    public void A_line_answers_as_a_sorted_list_does()
    {
        GenOperation<OrderedLine, SortedTickets>[] steps =
        [
            AnyTicket.Operation<OrderedLine, SortedTickets>(Add, (model, i) => model.Add(Tickets[i])),
            AnyRange.Operation<OrderedLine, SortedTickets>(
                (line, range) => range.Each(i => Add(line, i)),
                (model, range) => range.Each(i => model.Add(Tickets[i]))),
            AnyTicket.Operation<OrderedLine, SortedTickets>(
                (line, i) => line.Remove(Tickets[i]), (model, i) => model.Remove(Tickets[i])),
            AnyRange.Operation<OrderedLine, SortedTickets>(
                (line, range) => range.Each(i => line.Remove(Tickets[i])),
                (model, range) => range.Each(i => model.Remove(Tickets[i]))),
            Gen.Int[1, 400].Operation<OrderedLine, SortedTickets>(
                (line, count) => Leave(line, count), (model, count) => model.LeaveAtTheHead(count)),
        ];
        for (var run = 0; run < Runs; run++)
        {
            Gen.Const(0).Select(_ => (new OrderedLine(), new SortedTickets())).SampleModelBased(
                steps, Same, Seeds.Of(run), iter: 1, threads: 1, printActual: Print, printModel: m => m.ToString());
        }
    }

    [Fact]
    public void A_full_block_splits_in_the_middle_and_stays_in_order()
    {
        var (line, model) = (new OrderedLine(), new SortedTickets());
        int[] evenThenOdd = [.. Enumerable.Range(0, 1_000).OrderBy(i => i % 2).ThenBy(i => i)];
        foreach (var i in evenThenOdd)
        {
            line.Add(Tickets[i]);
            model.Add(Tickets[i]);
        }

        Assert.True(Same(line, model));
        foreach (var i in Enumerable.Range(200, 600))
        {
            Assert.True(line.Remove(Tickets[i]));
            Assert.False(line.Remove(Tickets[i]));
            model.Remove(Tickets[i]);
        }

        Assert.True(Same(line, model));
    }

    [Fact]
    public void An_empty_line_has_no_head_and_nobody_before_anything()
    {
        var line = new OrderedLine();
        Assert.Null(line.Head);
        Assert.Null(line.At(0));
        Assert.Null(line.At(-1));
        Assert.Null(line.LastBefore(Tickets[5].Place));
        Assert.Equal(0, line.CountBefore(Tickets[5].Place));
        Assert.False(line.Remove(Tickets[5]));
        Assert.Empty(line.InOrder());
    }

    private static Gen<(int From, int To, int Step)> AnyRange =>
        Gen.Select(AnyTicket, Gen.Int[1, 500], Gen.Int[1, 7], (from, length, step) => (from, from + length, step));

    private static void Add(OrderedLine line, int ticket)
    {
        // A ticket stands in a line once; the line itself does not look for it.
        if (line.At(line.CountBefore(Tickets[ticket].Place)) != Tickets[ticket])
            line.Add(Tickets[ticket]);
    }

    private static void Leave(OrderedLine line, int count)
    {
        while (count-- > 0 && line.Head is { } head)
            Assert.True(line.Remove(head));
    }

    private static bool Same(OrderedLine line, SortedTickets model)
    {
        var sorted = model.Sorted;
        if (line.Count != sorted.Count || !line.InOrder().SequenceEqual(sorted) || line.Head != sorted.FirstOrDefault())
            return false;
        for (var i = 0; i < Tickets.Length; i += 13)
        {
            var place = Tickets[i].Place;
            var before = sorted.Count(t => t.Place < place);
            if (line.CountBefore(place) != before || line.LastBefore(place) != sorted.ElementAtOrDefault(before - 1))
                return false;
            if (line.At(i) != sorted.ElementAtOrDefault(i))
                return false;
        }

        return true;
    }

    private static string Print(OrderedLine line) => string.Join(' ', line.InOrder().Select(t => t.Key.Number));

    /// <summary>With equal effective arrivals and equal arrivals among them, unlike the order of the numbers.</summary>
    private static Ticket[] TicketsWithPlaces(int count)
    {
        var hall = new HallScript(Plans.OneMatter).Hall;
        var at = hall.LastAt;
        var images = Enumerable.Range(1, count).Select(i => new TicketImage(
            new TicketKey(Plans.Day, 'A', i), TicketClass.Normal, null, MatterPlan.None, at.AddSeconds(i * 37 % 500),
            TimeSpan.Zero, at.AddSeconds(i * 61 % 250), null, TicketPhase.Waiting.Here, 0, 0, 0, []));
        var restored = (HallImage.Of(hall) with { Tickets = [.. images] }).Restore();
        return [.. restored.Tickets.OrderBy(t => t.Place.Effective).ThenBy(t => t.Arrival).ThenBy(t => t.Key)];
    }

    private sealed class SortedTickets
    {
        private readonly HashSet<Ticket> tickets = [];

        /// <summary>By the words of the domain: effective arrival, arrival, number.</summary>
        public List<Ticket> Sorted =>
            [.. tickets.OrderBy(t => t.Place.EffectiveAt).ThenBy(t => t.Arrival).ThenBy(t => t.Key.Number)];

        public void Add(Ticket ticket) => tickets.Add(ticket);

        public void Remove(Ticket ticket) => tickets.Remove(ticket);

        public void LeaveAtTheHead(int count)
        {
            foreach (var ticket in Sorted.Take(count))
                tickets.Remove(ticket);
        }

        public override string ToString() => string.Join(' ', Sorted.Select(t => t.Key.Number));
    }
}

internal static class Ranges
{
    public static void Each(this (int From, int To, int Step) range, Action<int> step)
    {
        for (var i = range.From; i < range.To; i += range.Step)
            step(i % 1_000);
    }
}
