using Yihao.Grains.Halls;
using Yihao.Grains.Network;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Network;

/// <summary>What the rules are told of a hall that a file states.</summary>
public sealed class HallPlanTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void A_hall_that_states_nothing_has_the_settings_of_the_rules() =>
        Assert.Equal(new HallSettings(), PlanOf(SmallNetwork.Text, "450521").Settings);

    [Fact]
    public void Its_posts_and_tiers_are_set_as_the_file_says()
    {
        var settings = PlanOf(SmallNetwork.With("\"prefixes\": { \"社保\": \"F\" }", """
            "settings": {
              "mode": "pushAndPull", "offerTimeoutSeconds": 15, "offersStopAfterSeconds": 4, "coverAfterSeconds": 20,
              "announceAgainAfterSeconds": 40, "idleAlarmMinutes": 7, "overflowAfterMinutes": 0, "remoteEvery": 5,
              "helpsUp": true
            }
            """), "450521").Settings;
        var expected = new HallSettings
        {
            Mode = DispatchMode.PushAndPull,
            OfferTimeout = TimeSpan.FromSeconds(15),
            OffersStopAfter = TimeSpan.FromSeconds(4),
            CoverAfter = TimeSpan.FromSeconds(20),
            AnnounceAgainAfter = TimeSpan.FromSeconds(40),
            IdleAlarmAfter = TimeSpan.FromMinutes(7),
            OverflowAfter = TimeSpan.Zero,
            RemoteEvery = 5,
            HelpsUp = true,
        };
        Assert.Equal(expected, settings);
    }

    [Fact]
    public void A_ticket_is_never_announced_again_before_a_deputy_covers()
    {
        var settings = PlanOf(
            SmallNetwork.With("\"prefixes\": { \"社保\": \"F\" }", "\"settings\": { \"coverAfterSeconds\": 90 }"),
            "450521").Settings;
        Assert.Equal(TimeSpan.FromSeconds(90), settings.AnnounceAgainAfter);
    }

    [Fact]
    public void The_rules_know_the_remote_desk_the_rota_the_booths_and_the_hours()
    {
        var plan = PlanOf(SmallNetwork.With("\"floor\": 2", """
            "remoteDesk": true, "rota": [{ "from": "12:00", "to": "14:30" }, { "from": "16:00", "to": "17:00" }]
            """).Replace("\"prefixes\": { \"社保\": \"F\" }", """
            "booths": 2, "hours": [{ "days": ["monday", "friday"], "from": "08:30", "to": "17:30" }]
            """, StringComparison.Ordinal), "450521");
        Assert.Equal((false, null), (plan.Windows[0].RemoteDesk, plan.Windows[0].Rota));
        Assert.True(plan.Windows[1].RemoteDesk);
        Assert.Equal([new(new(12, 0), new(14, 30)), new(new(16, 0), new(17, 0))], plan.Windows[1].Rota!);
        Assert.Equal(2, plan.Booths);
        var session = Assert.Single(plan.Sessions!);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Friday], session.Days);
        Assert.Equal((new TimeOnly(8, 30), new TimeOnly(17, 30)), (session.From, session.To));
    }

    [Fact]
    public void A_hall_that_is_always_open_has_no_sessions()
    {
        var plan = PlanOf(SmallNetwork.Text, "450521");
        Assert.Equal((0, null), (plan.Booths, plan.Sessions));
    }

    private static HallPlan PlanOf(string text, string hall)
    {
        var network = Assert.IsType<NetworkResult.Valid>(NetworkFile.Parse(text)).Network;
        return new HallCatalogue(network, network.FindHall(hall)!, Today).Plan;
    }
}
