using System.Globalization;

namespace Yihao.Rules.Tests;

/// <summary>The <c>see</c> lines of a script: what is true of the hall now.</summary>
internal static class Sight
{
    public static void Check(HallScript script, List<string> words)
    {
        var hall = script.Hall;
        switch (words)
        {
            case ["line", .. var numbers]:
                Assert.Equal(numbers, hall.Lines.InOrder().Select(t => t.Key.Shown));
                break;
            case ["gone", var number]:
                Assert.Null(hall.Ticket(script.KeyOf(number)));
                break;
            case [var number, "ahead", var ahead]:
                Assert.Equal(ahead, Ahead(hall, script.Ticket(number)));
                break;
            case [var number, "inferred"]:
                Assert.True(script.Ticket(number).Phase is TicketPhase.Serving { Inferred: true });
                break;
            case [var number, "sent", var window]:
                Assert.Equal(window == "nowhere" ? null : window, script.Ticket(number).SentTo);
                break;
            case [var number, var state] when char.IsLetter(number[0]):
                Assert.Equal(state, script.Ticket(number).State.ToString().ToLowerInvariant());
                break;
            case [var window, "holds", var number]:
                Assert.Equal(number, hall.Window(window)!.InHand?.Key.Shown ?? "nothing");
                break;
            case [var window, "wants-pause"]:
                Assert.True(hall.Window(window)!.Staffing is Staffing.Open { PauseWish: not null });
                break;
            case [var window, var staffing]:
                Assert.Equal(staffing, hall.Window(window)!.Staffing.GetType().Name.ToLowerInvariant());
                break;
            default:
                throw new InvalidOperationException($"cannot see {string.Join(' ', words)}");
        }
    }

    private static string Ahead(Hall hall, Ticket ticket) =>
        Standing.Of(hall, ticket).Ahead.ToString(CultureInfo.InvariantCulture);
}
