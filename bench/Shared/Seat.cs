using Yihao.Contracts;

namespace Yihao.Bench.Shared;

/// <summary>
/// A kiosk and the clerk of one window, calling the grains in this process. Checks each answer, and that no ticket is
/// called twice. For one caller at a time.
/// </summary>
/// <param name="hall">Index in the measured network.</param>
/// <param name="window">Index in the hall.</param>
/// <param name="throughWindow">The clerk's commands go through the window's grain instead of to the hall's.</param>
public sealed class Seat(IGrainFactory grains, int hall, int window, bool throughWindow = false)
{
    private const int MostTries = 10;

    private static long ids;

    private string? last;

    private readonly IHallGrain hallGrain = grains.GetGrain<IHallGrain>(MeasuredNetwork.Hall(hall));
    private readonly IWindowGrain windowGrain =
        grains.GetGrain<IWindowGrain>($"{MeasuredNetwork.Hall(hall)}/{MeasuredNetwork.Window(window)}");

    /// <summary>Where the hall's ledger stood after the last answer.</summary>
    public long Seq { get; private set; }

    /// <summary>Halls that are just coming up may not answer in time: asked again with the same id.</summary>
    public async Task Open()
    {
        var request = Request(new OpenAct(MeasuredNetwork.Clerk(hall, window)));
        for (var tries = 1; ; tries++)
        {
            try
            {
                Accepted(await hallGrain.AtWindow(request));
                return;
            }
            catch (TimeoutException) when (tries < MostTries)
            {
            }
        }
    }

    /// <summary>The ticket's public id.</summary>
    public async Task<string> Take() => Accepted(await hallGrain.TakeNumber(
        new(NextId(), "kiosk", MeasuredNetwork.Matter, "normal", null))).Ticket;

    /// <summary>The ticket that is called.</summary>
    public async Task<string> CallNext()
    {
        var ticket = Accepted(await Act(new CallNextAct(false))).Ticket
            ?? throw new InvalidOperationException("a number was taken, and nobody waits");
        // One class and one matter: numbers are called in the order they were taken, so none of them twice.
        if (Rules.TicketKey.TryParse(last, out _, out var before)
            && Rules.TicketKey.TryParse(ticket, out _, out var now) && now <= before)
            throw new InvalidOperationException($"{ticket} was called after {last}");
        return last = ticket;
    }

    public async Task Finish()
    {
        if (Accepted(await Act(new FinishAct(null))).Window.Ticket is { } ticket)
            throw new InvalidOperationException($"{ticket} was finished and is still in hand");
    }

    public async Task Life()
    {
        await Take();
        await CallNext();
        await Finish();
    }

    /// <summary>Looks at a ticket as a phone does.</summary>
    public async Task<TicketView> Show(string ticket) =>
        Shown(ticket, await grains.GetGrain<ITicketGrain>(ticket).Show());

    /// <summary>Asks the hall for a ticket.</summary>
    public async Task<TicketView> Find(string ticket) => Shown(ticket, await hallGrain.FindTicket(ticket));

    private TicketView Shown(string ticket, Answer<TicketView> answer)
    {
        var view = Accepted(answer);
        return view.Ticket == ticket
            ? view
            : throw new InvalidOperationException($"{view.Ticket} is shown for {ticket}");
    }

    private Task<Answer<WindowAnswer>> Act(WindowAct act) =>
        throughWindow ? windowGrain.Act(Request(act)) : hallGrain.AtWindow(Request(act));

    private WindowRequest Request(WindowAct act) => new(NextId(), MeasuredNetwork.Window(window), act);

    private static string NextId() => $"seat-{Interlocked.Increment(ref ids)}";

    private T Accepted<T>(Answer<T> answer)
    {
        if (answer is not Accepted<T> accepted)
            throw new InvalidOperationException($"refused: {(answer as Refused<T>)?.Code}");
        Seq = accepted.AsOf.Seq;
        return accepted.Value;
    }
}
