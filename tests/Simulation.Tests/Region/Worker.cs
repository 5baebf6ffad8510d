using Yihao.Contracts;

namespace Yihao.Simulation.Tests.Region;

/// <summary>Somebody who wants something of a hall and asks again with the same id until there is an answer.</summary>
internal sealed class Worker(RegionWorld world, RegionHall hall, string? window, string? clerk)
{
    private int asked;
    private Action<RegionNode>? pending;

    public RegionHall Hall => hall;

    public bool IsWaiting => pending is not null;

    /// <summary>Something new, or what is not answered yet.</summary>
    public void Work()
    {
        // Nobody repeats at once: most of the time there is an answer first.
        if (hall.AnyUp(world.Chance) is not { } node || (IsWaiting && world.Chance.Percent(90)))
            return;
        pending ??= window is null ? Take() : AtWindow(SomeAct());
        pending(node);
    }

    /// <summary>At the end: what is in hand is finished, and who has nothing in hand goes home.</summary>
    public void WindUp(RegionNode node)
    {
        if (pending is null && window is not null && hall.Truth!.Window(window) is { } at)
        {
            if (at.InHand is not null)
                pending = AtWindow(new FinishAct("done"));
            else if (at.IsStaffed)
                pending = AtWindow(new CloseAct());
        }

        pending?.Invoke(node);
    }

    private Action<RegionNode> Take()
    {
        var matter = world.Chance.Of(RegionNetwork.Matters);
        var take = new TakeNumberRequest($"k{++asked}", "kiosk", matter, "normal", null);
        return node => node.Serve(open => open.Tickets.Take(take), done => Answered(done));
    }

    private Action<RegionNode> AtWindow(WindowAct act)
    {
        var request = new WindowRequest($"{clerk}{++asked}", window!, act);
        return node => node.Serve(open => open.Windows.Act(request), done => Answered(done));
    }

    private void Answered(Task done)
    {
        if (done.IsCompletedSuccessfully)
            pending = null;
    }

    private WindowAct SomeAct() => world.Chance.Below(24) switch
    {
        < 8 => new CallNextAct(world.Chance.Percent(60)),
        < 11 => new FinishAct("done"),
        < 13 => new OpenAct(clerk!),
        13 => new RecallAct(),
        14 => new StartAct(),
        15 => new NoShowAct(),
        16 => new ReleaseAct(),
        17 => new PauseAct("rest", null),
        18 => new ResumeAct(),
        19 => world.Chance.Percent(30) ? new CloseAct() : new OpenAct(clerk!),
        20 => new AcceptAct(),
        21 => new DeclineAct("form"),
        22 => Move(null),
        _ => Move(SomeTicket()),
    };

    private TransferAct Move(string? ticket) => new(ticket, null, null, "sooner")
    {
        ToHall = world.Chance.Of(world.Halls.Keys.ToList()),
    };

    private string? SomeTicket() => hall.Truth?.Lines.InOrder().FirstOrDefault()?.Key.IdIn(hall.Id);
}
