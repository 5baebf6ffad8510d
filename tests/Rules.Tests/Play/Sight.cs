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
            case ["standby", .. var clerks]:
                Assert.Equal(clerks, hall.Standby);
                break;
            case ["overflow", .. var matters]:
                Assert.Equal(matters, hall.Overflow.Select(o => $"{o.Key}:{o.Value}"));
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
            case [var number, var state] when char.IsLetter(number[0]) && number.Length > 3:
                Assert.Equal(state, script.Ticket(number).State.ToString().ToLowerInvariant());
                break;
            case [var window, "holds", var number]:
                Assert.Equal(number, hall.Window(window)!.InHand?.Key.Shown ?? "nothing");
                break;
            case [var window, "offers", var number]:
                Assert.Equal(number, hall.Window(window)!.Offer?.Key.Shown ?? "nothing");
                break;
            case [var window, "covered", var by]:
                Assert.Equal(by, hall.Window(window)!.CoveredBy ?? "nowhere");
                break;
            case [var window, "rerouted", .. var to]:
                Assert.Equal(to, hall.Window(window)!.Rerouted.To);
                break;
            case [var window, "clerk", var clerk]:
                Assert.Equal(clerk, hall.Window(window)!.Staffing.AtIt);
                break;
            case [var window, "declined", var declined, "lapsed", var lapsed]:
                var (one, other) = (hall.Window(window)!.Declined, hall.Window(window)!.Lapsed);
                Assert.Equal((declined, lapsed), ($"{one}", $"{other}"));
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
