using System.Reflection;
using Yihao.Contracts;

namespace Yihao.Simulation.Tests.Region;

/// <summary>Another hall as one process reaches it: by messages that may be lost, late, or come twice.</summary>
public class HallByMail : DispatchProxy
{
    private Post? post;
    private RegionHall? to;

    internal static IHallGrain To(RegionHall hall, Post post)
    {
        var grain = Create<IHallGrain, HallByMail>();
        var proxy = (HallByMail)(object)grain;
        (proxy.post, proxy.to) = (post, hall);
        return grain;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        (targetMethod!.Name, args![0]) switch
        {
            (nameof(IHallGrain.Lend), LendRequest lend) => post!.Send(to!, hall => hall.Tiers.Lending.Lend(lend)),
            (nameof(IHallGrain.HearOfLoan), LoanNews news) => post!.Send(to!, hall => hall.Tiers.Lending.Hear(news)),
            (nameof(IHallGrain.Receive), MoveRequest move) => post!.Send(to!, hall => hall.Tiers.Moving.Receive(move)),
            (nameof(IHallGrain.HearReport), StarvingReport report) => post!.Report(to!, report),
            _ => throw new NotSupportedException($"halls do not say {targetMethod.Name} to each other"),
        };
}
