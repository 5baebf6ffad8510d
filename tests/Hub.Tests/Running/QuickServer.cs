using System.Text.Json;
using System.Text.Json.Nodes;
using Yihao.Grains.Network;

namespace Yihao.Hub.Tests.Running;

/// <summary>
/// The sample network in which nobody waits long: a lost clerk is covered after five seconds, an offer lapses after
/// five, a recall and a no-show are soon allowed. Each test takes halls that no other one uses.
/// </summary>
public sealed class QuickServer : IAsyncLifetime
{
    private const int PushHalls = 8;
    private const int FamilyHalls = 4;

    private readonly string file = Path.GetTempFileName();
    private readonly Queue<string> push = [];
    private readonly Queue<string> pull = [];
    private readonly Queue<(string Township, string Village)> families = [];
    private (string One, string Beside) neighbours;
    private YihaoServer? server;

    public Uri Address => server!.Address;

    public HttpClient Http => server!.Http;

    /// <summary>A township that offers tickets to its windows.</summary>
    public string PushHall() => push.Dequeue();

    /// <summary>A township whose clerks call.</summary>
    public string PullHall() => pull.Dequeue();

    /// <summary>Two townships of one county whose clerks call.</summary>
    public (string One, string Beside) Neighbours() => neighbours;

    /// <summary>A township that offers tickets to its windows, and a village of it.</summary>
    public static (string Township, string Village) OfferingFamily => ("450521100", "450521100001");

    /// <summary>A township whose clerks call, and a village of it.</summary>
    public (string Township, string Village) Family() => families.Dequeue();

    public async ValueTask InitializeAsync()
    {
        var reading = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        var network = JsonNode.Parse(SampleNetwork.Text, null, reading)!;
        var halls = network["halls"]!.AsArray().Select(h => h!.AsObject()).ToList();
        var villages = halls.Where(h => (string?)h["layout"] == "village").ToList();
        foreach (var hall in halls.Where(h => (string?)h["layout"] is "township" or "village"))
        {
            var id = (string)hall["hall"]!;
            var below = families.Count == FamilyHalls
                ? null
                : villages.FirstOrDefault(v => ((string)v["hall"]!).StartsWith(id, StringComparison.Ordinal));
            var offers = (string?)hall["layout"] == "township" && below is null && push.Count < PushHalls;
            hall["settings"] = Quick(offers || id == OfferingFamily.Township);
            if ((string?)hall["layout"] == "village" || id == OfferingFamily.Township)
                continue;
            if (below is not null)
                families.Enqueue((id, (string)below["hall"]!));
            else
                (offers ? push : pull).Enqueue(id);
        }
        neighbours = TakeNeighbours();
        await File.WriteAllTextAsync(file, network.ToJsonString());
        server = await YihaoServer.Start("--Network:File", file);
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        File.Delete(file);
    }

    private (string One, string Beside) TakeNeighbours()
    {
        var all = pull.ToList();
        var (one, beside) = all.Zip(all.Skip(1)).First(pair => pair.First[..6] == pair.Second[..6]);
        pull.Clear();
        foreach (var hall in all.Where(h => h != one && h != beside))
            pull.Enqueue(hall);
        return (one, beside);
    }

    private static JsonObject Quick(bool offers) => new()
    {
        ["mode"] = offers ? "push" : "pull",
        ["offerTimeoutSeconds"] = 5,
        ["offersStopAfterSeconds"] = 2,
        ["coverAfterSeconds"] = 5,
        ["announceAgainAfterSeconds"] = 6,
        ["recallApartSeconds"] = 1,
        ["callsBeforeNoShow"] = 1,
        ["noShowAfterSeconds"] = 0,
    };
}

[CollectionDefinition]
public sealed class QuickHalls : ICollectionFixture<QuickServer>;
