using Yihao.Contracts;
using Yihao.Grains.Halls.Views;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>What clerks do at their windows.</summary>
internal sealed class WindowDesk(LiveHall live, Answers answers, WindowViews views)
{
    public async Task<Answer<WindowAnswer>> Act(WindowRequest request)
    {
        if (!WindowActs.TryRead(request, live.Hall.Plan.Hall, out var command, out var stamp))
        {
            var refused = answers.Refuse<WindowAnswer>(live.Hall, Codes.RequestInvalid);
            await live.Durable();
            return refused;
        }

        return await live.Execute(command, stamp, (hall, decision, outcome) => decision switch
        {
            Decision.Refuse refuse => answers.Refuse<WindowAnswer>(hall, refuse),
            Decision.Repeat => answers.Accept(hall, Repeated(hall, command, outcome!), true),
            Decision.Nobody => answers.Accept(hall, Answer(hall, command, hall.Window(command.Window)!)),
            _ => answers.Accept(hall, Answer(hall, command, hall.Window(command.Window)!)),
        });
    }

    /// <summary>Not an error when there is nothing to lose.</summary>
    public Task Lose(string window) => live.Execute(new LoseClerk(window), null, (_, decision, _) => decision);

    private WindowAnswer Answer(Hall hall, WindowCommand command, Window window)
    {
        var ticket = window.InHand?.Key;
        return new(
            views.View(hall, window),
            ticket?.IdIn(hall.Plan.Hall),
            ticket?.Shown,
            ticket is null && command is CallNext ? WhyNobody(window) : null);
    }

    /// <summary>The ticket and the clerk are those of then, everything else is as it is now.</summary>
    private WindowAnswer Repeated(Hall hall, WindowCommand command, Outcome outcome)
    {
        var window = hall.Window(command.Window)!;
        var id = outcome.Ticket?.IdIn(hall.Plan.Hall);
        var view = views.View(hall, window);
        if (view.Ticket != id || view.Clerk != outcome.Clerk)
            view = view with { Ticket = id, Clerk = outcome.Clerk, InHand = null };
        return new(view, id, outcome.Ticket?.Shown, id is null && command is CallNext ? WhyNobody(window) : null);
    }

    private static string WhyNobody(Window window) =>
        window.Staffing is Staffing.Paused ? "window-paused" : "nobody-waiting";
}
