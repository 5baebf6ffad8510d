namespace Yihao.Simulation.Tests;

/// <summary>
/// A naive account of a hall, kept from its events alone and without the rules: a table of tickets and who has which in
/// hand. Says what may never happen, whatever the rules decide.
/// </summary>
internal sealed class Book
{
    private readonly Dictionary<TicketKey, Line> lines = [];
    private readonly Dictionary<string, TicketKey> hands = [];
    private readonly Dictionary<TicketKey, string> offers = [];
    private readonly HashSet<string> staffed = [];
    private readonly HashSet<TicketKey> given = [];
    private readonly Dictionary<char, int> last = [];
    private DateOnly day = DateOnly.MinValue;

    public IReadOnlyDictionary<string, TicketKey> Hands => hands;

    public IReadOnlyDictionary<TicketKey, Line> Tickets => lines;

    public int Waiting => lines.Values.Count(l => l.State == TicketState.Waiting);

    /// <param name="sentTo">Where a waiting ticket is sent to, by the rules' account.</param>
    public void Enter(HallEvent happened, DateTimeOffset at, Func<TicketKey, string?> sentTo)
    {
        switch (happened)
        {
            case NumberTaken taken:
                Take(taken, at);
                break;
            case TicketCalled called:
                Call(called, sentTo);
                break;
            case TicketOffered offered:
                Offer(offered, sentTo);
                break;
            case WindowCovered seated when seated.By == seated.Window:
                staffed.Add(seated.Window);
                break;
            case TicketEvent other:
                Move(other);
                break;
            case WindowChanged changed:
                Change(changed);
                break;
            case DayOpened opened:
                Open(opened.Day);
                break;
        }
    }

    private void Take(NumberTaken taken, DateTimeOffset at)
    {
        Promise(given.Add(taken.Ticket), $"the number {taken.Ticket} is given twice");
        Promise(taken.Ticket.Day == day, $"{taken.Ticket} is of another day than {day}");
        var number = last.GetValueOrDefault(taken.Ticket.Prefix) + 1;
        Promise(taken.Ticket.Number == number, $"{taken.Ticket} is given where {number} is next");
        last[taken.Ticket.Prefix] = number;
        lines.Add(taken.Ticket, new Line(taken.Class, taken.HeadStart, taken.Matter, at, at - taken.HeadStart));
    }

    private void Call(TicketCalled called, Func<TicketKey, string?> sentTo)
    {
        var line = lines[called.Ticket];
        var byHand = called.Rule == CallRule.ByHand;
        // Its turn was when the lost clerk called it.
        var again = called.Rule == CallRule.CalledAgain;
        Promise(!hands.ContainsValue(called.Ticket), $"{called.Ticket} is called by two windows");
        Promise(hands.TryAdd(called.Window, called.Ticket), $"window {called.Window} has two tickets in hand");
        Promise(staffed.Contains(called.Window), $"window {called.Window} calls and nobody is at it");
        var offered = line.State == TicketState.Offered;
        Promise(line.State == TicketState.Waiting || offered || (byHand && line.State == TicketState.Held),
            $"{called.Ticket} is called and is {line.State}");
        Promise(!offered || offers.Remove(called.Ticket, out var to) && to == called.Window,
            $"{called.Ticket} is called by {called.Window} and offered to another window");
        // Of an offer it was checked when it was made.
        if (!byHand && !again && !offered)
            FirstComeFirstCalled(called.Ticket, line, sentTo);
        line.State = TicketState.Called;
    }

    private void Offer(TicketOffered offered, Func<TicketKey, string?> sentTo)
    {
        var line = lines[offered.Ticket];
        Promise(line.State == TicketState.Waiting, $"{offered.Ticket} is offered and is {line.State}");
        Promise(staffed.Contains(offered.Window), $"window {offered.Window} is asked and nobody is at it");
        Promise(!offers.ContainsValue(offered.Window) && !hands.ContainsKey(offered.Window),
            $"window {offered.Window} is asked and is not free");
        FirstComeFirstCalled(offered.Ticket, line, sentTo);
        offers.Add(offered.Ticket, offered.Window);
        line.State = TicketState.Offered;
    }

    private void FirstComeFirstCalled(TicketKey called, Line line, Func<TicketKey, string?> sentTo)
    {
        var to = sentTo(called);
        foreach (var (key, other) in lines)
        {
            if (other.State != TicketState.Waiting || other.Class != line.Class || other.Matter != line.Matter)
                continue;
            var before = (other.Effective, other.Arrival, key).CompareTo((line.Effective, line.Arrival, called));
            Promise(before >= 0 || sentTo(key) != to || other.HeadStart != line.HeadStart,
                $"{called} is called before {key}, who came first");
        }
    }

    private void Move(TicketEvent happened)
    {
        var line = lines[happened.Ticket];
        var before = line.State;
        var inHand = before is TicketState.Called or TicketState.Serving;
        var (allowed, after) = happened switch
        {
            TicketRecalled => (inHand, TicketState.Called),
            TicketStarted => (inHand, TicketState.Serving),
            TicketFinished => (before is TicketState.Serving, TicketState.Done),
            TicketNoShow => (inHand, TicketState.NoShow),
            TicketReturned => (before is TicketState.NoShow or TicketState.Held, TicketState.Waiting),
            TicketHeld => (before is TicketState.Waiting or TicketState.Called, TicketState.Held),
            TicketReleased released => (before is TicketState.Called
                || (before is TicketState.Serving && released.Cause == ReleaseCause.TakenAway), TicketState.Waiting),
            OfferEnded => (before is TicketState.Offered, TicketState.Waiting),
            TicketCancelled => (before is TicketState.Waiting or TicketState.Held or TicketState.Offered,
                TicketState.Cancelled),
            TicketExpired => (before is TicketState.Waiting or TicketState.Held or TicketState.NoShow
                or TicketState.Offered,
                TicketState.Expired),
            TicketTransferred => (inHand || before is TicketState.Waiting, TicketState.Waiting),
            _ => (false, before),
        };
        Promise(allowed, $"{happened.Kind} of {happened.Ticket}, which is {before}");
        offers.Remove(happened.Ticket);
        if (inHand && after is not (TicketState.Called or TicketState.Serving))
            hands.Remove(hands.First(h => h.Value == happened.Ticket).Key);
        line.State = after;
        if (happened is TicketReturned returned)
            Return(line, returned, before);
        if (happened is TicketTransferred moved)
            line.Matter = moved.Matter;
    }

    private static void Return(Line line, TicketReturned returned, TicketState before)
    {
        Promise(returned.Effective >= line.Effective, $"{returned.Ticket} comes back before its own place");
        Promise(before != TicketState.Held || returned.Effective == line.Effective,
            $"{returned.Ticket} loses its place by being held");
        line.Effective = returned.Effective;
    }

    private void Change(WindowChanged changed)
    {
        if (changed.Change is WindowChange.Closed)
        {
            Promise(!hands.ContainsKey(changed.Window), $"window {changed.Window} closes with a ticket in hand");
            staffed.Remove(changed.Window);
        }
        else
        {
            staffed.Add(changed.Window);
        }
    }

    private void Open(DateOnly next)
    {
        Promise(next > day, $"{next} opens after {day}");
        day = next;
        last.Clear();
        foreach (var (key, line) in lines.Where(l => l.Value.State is < TicketState.Done or TicketState.Offered))
            Promise(hands.ContainsValue(key), $"{key} is {line.State} and was not told that its day is over");
        foreach (var (key, _) in lines.Where(l => l.Value.State >= TicketState.Done).ToList())
            lines.Remove(key);
    }

    private static void Promise(bool kept, string otherwise)
    {
        if (!kept)
            throw new BrokenPromiseException(otherwise);
    }

    /// <summary>What the account knows of one ticket.</summary>
    internal sealed class Line(
        TicketClass ticketClass, TimeSpan headStart, string matter, DateTimeOffset arrival, DateTimeOffset effective)
    {
        public TicketClass Class => ticketClass;

        public TimeSpan HeadStart => headStart;

        public DateTimeOffset Arrival => arrival;

        public string Matter { get; set; } = matter;

        public DateTimeOffset Effective { get; set; } = effective;

        public TicketState State { get; set; } = TicketState.Waiting;
    }
}
