using Yihao.Contracts;
using Yihao.Grains.Halls.Views;
using Yihao.Grains.Tiers;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>What clerks do at their windows.</summary>
internal sealed class WindowDesk(
    LiveHall live, Answers answers, WindowViews views, HallCatalogue catalogue, TierDesk tiers, Presence presence)
{
    public Task<Answer<WindowAnswer>> Act(WindowRequest request)
    {
        if (!WindowActs.TryRead(request, live.Hall.Plan.Hall, live.NextId, out var command, out var stamp))
            return Refuse(Codes.RequestInvalid);
        if (command is SendTicket send && WhyNot(send) is { } why)
            return Refuse(why);
        return command is CallNext next && tiers.Borrowing.MayBorrow(next.Window)
                && live.Hall.Accepted.Find(stamp.Key) is null
            ? HelpOrCall(next, stamp)
            : Do(command, command, stamp);
    }

    /// <summary>Not an error when there is nothing to lose; false when the clerk has just done something.</summary>
    public async Task<bool> Lose(string window)
    {
        if (presence.Contradicts(window))
            return false;
        await Tell(new LoseClerk(window));
        return true;
    }

    public Task MissSigns(string window) => Tell(new MissSigns(window));

    public Task HearSigns(string window) => Tell(new HearSigns(window));

    /// <summary>The other hall has the last word; what can be known here is said at once.</summary>
    private string? WhyNot(SendTicket send)
    {
        var ticket = send.Ticket is { } key ? live.Hall.Ticket(key) : live.Hall.Window(send.Window)?.InHand;
        return catalogue.WhyNotTo(send.To, send.Matter ?? ticket?.Matter);
    }

    private async Task<Answer<WindowAnswer>> HelpOrCall(CallNext next, Request stamp)
    {
        presence.Acts(next.Window);
        return await Help(next, stamp) ?? await Do(next, next, stamp);
    }

    private async Task<Answer<WindowAnswer>> Refuse(string code)
    {
        var refused = answers.Refuse<WindowAnswer>(live.Hall, code);
        await live.Confirmed();
        return refused;
    }

    /// <summary>The next one may be a citizen of another hall; null when it is one of this hall's own.</summary>
    private async Task<Answer<WindowAnswer>?> Help(CallNext next, Request stamp)
    {
        if (await tiers.Borrowing.Borrow(next.Window, next.FinishCurrent) is not { } lent)
            return null;
        var answer = await Do(new TakeLoan(next.Window, lent, next.FinishCurrent), next, stamp);
        if (answer is not Refused<WindowAnswer>)
            return answer;
        await tiers.Borrowing.GiveUp(lent.Loan);
        return null;
    }

    private Task<Answer<WindowAnswer>> Do(HallCommand does, WindowCommand asked, Request stamp) =>
        live.Execute(does, stamp, (hall, decision, outcome) => Said(hall, asked, decision, outcome), answer =>
        {
            tiers.Tick();
            presence.Acted(asked.Window, answer);
        });

    private Task<Decision> Tell(HallCommand command) => live.Execute(command, null, (_, decision, _) => decision);

    private Answer<WindowAnswer> Said(Hall hall, WindowCommand command, Decision decision, Outcome? outcome)
    {
        if (decision is Decision.Refuse refused)
            return answers.Refuse<WindowAnswer>(hall, refused);
        // A repetition may be about a window that the network no longer has.
        if (hall.Window(command.Window) is not { } window)
            return answers.Refuse<WindowAnswer>(hall, Wire.Code(Refusal.WindowUnknown));
        if (decision is Decision.Repeat)
            return answers.Accept(hall, Repeated(hall, window, command, outcome!.Value), true);
        presence.Acts(window.Id);
        return answers.Accept(hall, Answer(hall, window, command));
    }

    private WindowAnswer Answer(Hall hall, Window window, WindowCommand command)
    {
        var view = views.View(hall, window);
        return new(
            view,
            view.Ticket,
            view.InHand?.Number,
            view.Ticket is null && command is CallNext ? WhyNobody(window.State) : null);
    }

    /// <summary>Ticket, clerk and state are those of then, everything else is as it is now.</summary>
    private WindowAnswer Repeated(Hall hall, Window window, WindowCommand command, Outcome then)
    {
        // Of a ticket in the lines nothing was in the window's hand.
        if (then.Window is null)
            return Answer(hall, window, command);
        var ticket = then.Ticket?.IdIn(hall.Plan.Hall);
        var view = views.View(hall, window);
        return new(
            view with
            {
                State = then.WindowState is { } state ? Wire.Of(state) : view.State,
                Ticket = ticket,
                Clerk = then.Clerk,
                InHand = view.Ticket == ticket ? view.InHand : null,
            },
            ticket,
            then.Ticket?.Shown,
            ticket is null && command is CallNext ? WhyNobody(then.WindowState) : null);
    }

    private static string WhyNobody(WindowState? state) =>
        state is WindowState.Paused ? "window-paused" : "nobody-waiting";
}
