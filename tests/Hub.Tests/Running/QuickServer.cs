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
    private readonly string file = Path.GetTempFileName();
    private readonly Queue<string> push = [];
    private readonly Queue<string> pull = [];
    private readonly Queue<(string Township, string Village)> families = [];
    private YihaoServer? server;

    public Uri Address => server!.Address;

    public HttpClient Http => server!.Http;

    /// <summary>A township that offers tickets to its windows.</summary>
    public string PushHall() => push.Dequeue();

    /// <summary>A township whose clerks call.</summary>
    public string PullHall() => pull.Dequeue();

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
            var below = villages.FirstOrDefault(v => ((string)v["hall"]!).StartsWith(id, StringComparison.Ordinal));
            var offers = (string?)hall["layout"] == "township" && below is null && push.Count <= pull.Count;
            hall["settings"] = Quick(offers);
            if ((string?)hall["layout"] == "village")
                continue;
            if (below is not null)
                families.Enqueue((id, (string)below["hall"]!));
            else
                (offers ? push : pull).Enqueue(id);
        }
        await File.WriteAllTextAsync(file, network.ToJsonString());
        server = await YihaoServer.Start("--Network:File", file);
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        File.Delete(file);
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
