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

    private static HallPlan PlanOf(string text, string hall)
    {
        var network = Assert.IsType<NetworkResult.Valid>(NetworkFile.Parse(text)).Network;
        return new HallCatalogue(network, network.FindHall(hall)!, Today).Plan;
    }
}
