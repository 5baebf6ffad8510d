namespace Yihao.Hub.Tests.Doors;

public sealed class HubOptionsTests
{
    public static TheoryData<HubOptions, string> Wrong => new()
    {
        { new HubOptions { Node = "" }, "Node" },
        { new HubOptions { Node = new string('n', 301) }, "Node" },
        { new HubOptions { PublicUrl = new("ftp://hall.example") }, "Doors:PublicUrl" },
        { new HubOptions { PublicUrl = new("https://hall.example/?a=1") }, "Doors:PublicUrl" },
        { new HubOptions { PublicUrl = new("hall.example", UriKind.Relative) }, "Doors:PublicUrl" },
        { new HubOptions { TicketsPerSecond = 0 }, "Doors:TicketsPerSecond" },
        { new HubOptions { TicketsPerSecond = 1_000_001 }, "Doors:TicketsPerSecond" },
        { new HubOptions { TicketsBurst = 0 }, "TicketsBurst" },
        { new HubOptions { ScreenBuffer = 100 }, "ScreenBuffer" },
        { new HubOptions { DemoPace = 61 }, "demo" },
        { new HubOptions { DemoPace = double.NaN }, "demo" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_wrong_setting_is_told_with_its_name(HubOptions options, string name) =>
        Assert.StartsWith(name, Assert.Single(options.Faults()), StringComparison.Ordinal);

    [Fact]
    public void The_usual_settings_are_right() => Assert.Empty(new HubOptions().Faults());
}
