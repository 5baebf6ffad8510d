using Yihao.Contracts;

namespace Yihao.Hub.Shapes;

/// <param name="Standby">All deputies of the hall who are there without a window.</param>
/// <param name="Window">The window at which the clerk sits; null while on standby.</param>
internal sealed record ShownStandby(
    string Clerk, bool Present, IReadOnlyList<string> Standby, string? Window, AsOf AsOf)
{
    public static ShownStandby Of(StandbyView view, AsOf asOf) =>
        new(view.Clerk, view.Present, view.Standby, view.Window, asOf);
}
