using System.Collections;
using System.Reflection;

namespace Yihao.Rules.Tests;

/// <summary>The cost of a choice does not grow with the length of the queue; shown by structure, not by time.</summary>
public class ChoiceCostTests
{
    private static readonly DateTimeOffset Opening = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_choice_among_100_000_waiting_allocates_nothing()
    {
        var hall = HallOf(100_000);
        var window = hall.Window("1")!;
        // The runtime compiles the loop anew while it runs and allocates for itself then; a choice that allocates does
        // so in every round.
        Assert.Contains(0, Enumerable.Range(0, 20).Select(_ => AllocatedBytes(hall, window)));
    }

    private static long AllocatedBytes(Hall hall, Window window)
    {
        var first = Dispatch.Choose(hall, window, Opening);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
            Assert.True(ReferenceEquals(first.Ticket, Dispatch.Choose(hall, window, Opening).Ticket));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_choice_looks_at_the_heads_alone()
    {
        var hall = HallOf(3_000);
        var lines = LinesOf(hall);
        var windows = hall.Windows.ToList();
        var chosen = windows.ConvertAll(w => Dispatch.Choose(hall, w, Opening.AddHours(2)));
        foreach (var line in lines)
            MakeUnreadableBehindTheHead(line);
        Assert.Equal(chosen, windows.ConvertAll(w => Dispatch.Choose(hall, w, Opening.AddHours(2))));
    }

    [Fact]
    public void An_offer_looks_at_the_heads_alone()
    {
        var hall = HallOf(3_000, Plans.Little.Push());
        var offer = Trace.Of(Decide.On(hall, new React(), null, Opening.AddHours(2)));
        Assert.StartsWith("offered", offer, StringComparison.Ordinal);
        foreach (var line in LinesOf(hall))
            MakeUnreadableBehindTheHead(line);
        Assert.Equal(offer, Trace.Of(Decide.On(hall, new React(), null, Opening.AddHours(2))));
    }

    [Fact]
    public void There_are_as_many_heads_for_100_000_as_for_a_thousand() =>
        Assert.Equal(LinesOf(HallOf(1_000)).Count, LinesOf(HallOf(100_000)).Count);

    /// <summary>A hall as a snapshot would bring it back, with so many waiting.</summary>
    private static Hall HallOf(int waiting, HallPlan? plan = null)
    {
        var empty = new HallScript(plan ?? Plans.Little).Play("open 1 li\nopen 2 wang\nopen 3 zhao").Hall;
        string[] matters = [MatterPlan.None, "certs", "tax", "land"];
        var tickets = Enumerable.Range(1, waiting).Select(i =>
        {
            var ticketClass = (TicketClass)(i % 3);
            var headStart = empty.Settings.HeadStartOf(ticketClass);
            var arrival = Opening.AddMilliseconds(20 * i);
            return new TicketImage(
                new TicketKey(Plans.Day, 'A', i), ticketClass, null, matters[i % 4], arrival, headStart,
                arrival - headStart, i % 50 == 0 && i % 4 != 3 ? "1" : null, TicketPhase.Waiting.Here, 0, 0, 0, []);
        });
        return (HallImage.Of(empty) with { Tickets = [.. tickets] }).Restore();
    }

    private static List<OrderedLine> LinesOf(Hall hall) =>
    [
        .. Enumerable.Range(0, hall.Lines.Matters.Count).Select(hall.Lines.Of)
            .Concat(hall.Windows.Select(w => hall.Lines.SentTo(w.Id)).OfType<ClassLines>())
            .SelectMany(lines => (List<OrderedLine>)typeof(ClassLines)
                .GetProperty("Lines", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(lines)!),
    ];

    private static void MakeUnreadableBehindTheHead(OrderedLine line)
    {
        var head = line.Head;
        foreach (var block in (IEnumerable)Field(line, "blocks"))
        {
            var (tickets, places) = ((Ticket?[])Field(block, "tickets"), (Place[])Field(block, "places"));
            for (var i = 0; i < tickets.Length; i++)
            {
                if (ReferenceEquals(tickets[i], head))
                    continue;
                (tickets[i], places[i]) = (null, default);
            }
        }
    }

    private static object Field(object of, string name) =>
        of.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(of)!;
}
