using Yihao.Grains.Halls;
using Yihao.Grains.Network;

namespace Yihao.Cluster.Tests.Network;

/// <summary>Matters of one kin may be served by camera by the same clerks, whatever hall they sit in.</summary>
public sealed class MatterKinTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private const string AllRemote = """
          "matters": [
            { "matter": "card", "name": "换卡", "department": "人社", "domain": "社保", "remote": true },
            { "matter": "loss", "name": "挂失", "department": "人社", "domain": "社保", "remote": true },
            { "matter": "photo", "name": "照相", "department": "人社", "domain": "社保" },
            { "matter": "tree", "name": "采伐", "department": "林业", "remote": true },
            { "matter": "general", "name": "咨询", "department": "政务", "remote": true },
        """;

    [Fact]
    public void A_kin_is_a_domain_or_the_rest_or_one_matter_that_a_skill_names()
    {
        var network = Parse(Remote());
        Assert.Equal(
            ["card 社保", "loss 社保", "photo ", "tree general", "general general", "permit ", "help help"],
            network.Matters.Select(matter => $"{matter.Matter} {network.Kins[matter]}"));
    }

    [Fact]
    public void A_skill_for_one_matter_takes_it_out_of_its_domain()
    {
        var network = Parse(Remote().Replace("\"matters\": [\"help\"]", "\"matters\": [\"help\", \"loss\"]",
            StringComparison.Ordinal));
        Assert.Equal("社保", network.Kins[network.FindMatter("card")!]);
        Assert.Equal("loss", network.Kins[network.FindMatter("loss")!]);
    }

    [Fact]
    public void Kins_differ_although_their_words_are_the_same()
    {
        var network = Parse(Remote()
            .Replace("\"matters\": [\"help\"]", "\"matters\": [\"help\", \"general\"]", StringComparison.Ordinal)
            .Replace("\"name\": \"小网\"", "\"domains\": [\"社保\", \"help\"]", StringComparison.Ordinal));
        Assert.Equal("help+", network.Kins[network.FindMatter("help")!]);
        Assert.Equal("general", network.Kins[network.FindMatter("general")!]);
        Assert.Equal("general+", network.Kins[network.FindMatter("tree")!]);
    }

    [Fact]
    public void Whoever_may_serve_one_matter_of_a_kin_may_serve_them_all()
    {
        var sample = Parse(SampleNetwork.Text);
        var kins = sample.Matters.Where(matter => matter.Remote).GroupBy(matter => sample.Kins[matter]!);
        foreach (var kin in kins)
        {
            foreach (var clerk in sample.Clerks)
                Assert.Single(kin.Select(matter => clerk.CanServe(matter, Today)).Distinct());
        }
    }

    [Fact]
    public void A_clerk_serves_the_kins_of_the_skills_that_hold_today()
    {
        var network = Parse(Remote());
        Assert.Equal(["社保"], network.Kins.Of(network.FindClerk("c2")!, Today));
        Assert.Equal(["help"], network.Kins.Of(network.FindClerk("c3")!, new DateOnly(2027, 1, 31)));
        Assert.Empty(network.Kins.Of(network.FindClerk("c3")!, new DateOnly(2027, 2, 1)));
    }

    [Fact]
    public void The_plan_of_a_hall_tells_the_kins_of_its_matters_and_of_its_clerks_for_all_halls()
    {
        var network = Parse(Remote());
        var county = new HallCatalogue(network, network.FindHall("450521")!, Today).Plan;
        Assert.Equal(
            [("", null), ("card", "社保"), ("loss", "社保"), ("photo", null), ("tree", "general"),
                ("general", "general"), ("permit", null), ("help", "help")],
            county.Matters.Select(matter => (matter.Matter, matter.Kin)));
        Assert.Null(county.Clerks[0].Skills);
        Assert.Null(county.Clerks[0].Kins);
        Assert.Equal(["社保"], county.Clerks[1].Kins);
        var village = new HallCatalogue(network, network.FindHall("450521100001")!, Today).Plan;
        Assert.Equal(["", "help"], village.Matters.Select(matter => matter.Matter));
        Assert.Equal(["help"], village.Clerks.Single(clerk => clerk.Clerk == "c3").Kins);
        // The deputy of the county serves by camera what this village itself does not offer.
        Assert.Equal(["社保"], village.Clerks.Single(clerk => clerk.Clerk == "c2").Kins);
    }

    private static string Remote() => SmallNetwork.Text
        .Replace("  \"matters\": [\n", AllRemote, StringComparison.Ordinal)
        .Replace("    { \"matter\": \"card\", \"name\": \"换卡\", \"department\": \"人社\", \"domain\": \"社保\" },\n", "",
            StringComparison.Ordinal)
        .Replace("\"minutes\": 20", "\"remote\": true", StringComparison.Ordinal)
        .Replace("{ \"a\": \"c3\" }", "{ \"a\": \"c3\", \"b\": [\"c2\"] }", StringComparison.Ordinal);

    private static NetworkDefinition Parse(string text)
    {
        var result = NetworkFile.Parse(text);
        return result is NetworkResult.Valid valid
            ? valid.Network
            : throw new InvalidOperationException(string.Join("\n", ((NetworkResult.Invalid)result).Mistakes));
    }
}
