using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Contracts;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Judging;

/// <summary>What a door refuses by itself, because the network has no such hall or window.</summary>
internal static class DoorRefusals
{
    public static Opinion Of(Run run, Question question)
    {
        var hall = run.CatalogueOf(question.Attempt.Hall);
        var parts = question.Path.Split('/');
        return question.Code switch
        {
            Codes.HallUnknown when question.Asked?.Command is SendTicket send =>
                Opinion.Of(hall is null || run.Network.FindHall(send.To) is null ? null : "the network has both halls"),
            Codes.HallUnknown => Opinion.Of(hall is null ? null : "the network has the hall"),
            "window-unknown" when parts is ["windows", var window, ..] =>
                Opinion.Of(hall?.WindowOf(window) is null ? null : "the hall has the window"),
            Codes.TicketUnknown when parts is ["tickets", var ticket, ..] =>
                Opinion.Of(run.Network.FindHall(ticket.Split('-')[0]) is null ? null : "the network has its hall"),
            Codes.RequestInvalid => Opinion.Unknown,
            _ => Opinion.Unknown,
        };
    }
}
