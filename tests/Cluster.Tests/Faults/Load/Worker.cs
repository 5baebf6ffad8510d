using System.Text;
using System.Text.Json;
using Yihao.Cluster.Tests.Checking;
using Yihao.Cluster.Tests.Faults.Nodes;

namespace Yihao.Cluster.Tests.Faults.Load;

/// <summary>What all workers of a run share.</summary>
/// <param name="Ready">Nodes that are not ready get no requests; null when workers learn it from what fails.</param>
internal sealed record Shift(
    NodeCluster Cluster, HttpClient Http, History History, RunClock Clock, Tally Tally, ReadyNodes? Ready);

/// <summary>
/// Somebody who talks to the cluster and keeps the retry rule: whatever is no answer (an exception, no answer in time,
/// 503, 429) is sent again with the same request id, to another node, after a short growing pause, for at most a
/// minute. Every final answer goes to the history.
/// </summary>
internal sealed class Worker(string name, Shift shift, int seed)
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AvoidFor = TimeSpan.FromSeconds(3);

    private readonly TimeSpan[] avoidUntil = new TimeSpan[shift.Cluster.Nodes.Count];

    // An impatient worker leaves requests under way that are then answered twice.
    private readonly TimeSpan patience = TimeSpan.FromSeconds(2 + (seed % 7));
    private int requests;

    public string Name => name;

    public Shift Shift => shift;

    public Random Random { get; } = new(seed);

    public Task<Answered> Get(string hall, string path) => Ask(hall, HttpMethod.Get, path, null);

    /// <param name="fields">Of the body, beside the request id.</param>
    public Task<Answered> Post(string hall, string path, params IEnumerable<(string Field, object? Value)> fields) =>
        Ask(hall, HttpMethod.Post, path, fields);

    /// <summary>Time goes by: this long, half more or less.</summary>
    public Task Think(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds * (0.5 + Random.NextDouble())));

    public bool Chance(double of) => Random.NextDouble() < of;

    /// <summary>Works until it stops; what stops it otherwise is a failure of the run.</summary>
    public async Task Live(Func<Task> life)
    {
        try
        {
            await life();
        }
        catch (Exception failed)
        {
            shift.Tally.Failed($"{name}: {failed}");
        }
    }

    private async Task<Answered> Ask(
        string hall, HttpMethod method, string path, IEnumerable<(string Field, object? Value)>? fields)
    {
        var id = fields is null ? null : $"{name}-{++requests}";
        var body = fields is null ? null : Body(id!, fields);
        var invoked = shift.Clock.Now;
        var node = Choose();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var (status, text, isLate) = await Try(shift.Cluster.Nodes[node], method, Url(hall, path), body);
            if (status is not (0 or 503 or 429))
                return Done(status, text);
            avoidUntil[node] = shift.Clock.Now + AvoidFor;
            if (shift.Clock.Now - invoked > GiveUpAfter)
                return Done(0, "");
            var request = $"{method} {hall}/{path} {id}";
            shift.Tally.Retried(
                status, new(DateTime.UtcNow, NameOf(node), request, $"{status} {text}", IsError: !isLate));
            await Task.Delay(pause * (0.5 + Random.NextDouble()));
            node = Choose(after: node);
        }

        Answered Done(int status, string text)
        {
            shift.History.Add(new Attempted(
                name, NameOf(node), hall, method.Method, path, id, body, invoked, shift.Clock.Now, status, text));
            return Understand(method, path, status, text);
        }
    }

    private string NameOf(int node) => shift.Cluster.Nodes[node].Name;

    private Answered Understand(HttpMethod method, string path, int status, string text)
    {
        if (status == 0)
        {
            shift.Tally.LeftOpen();
            return Answered.Never;
        }

        var answer = new Answered(status, text.Length > 0 && text[0] is '{' or '[' ? JsonElement.Parse(text) : default);
        shift.Tally.Answered(method == HttpMethod.Get, status, answer.Code);
        if (!answer.IsAccepted && (answer.Code is null || status >= 500))
            shift.Tally.Failed($"{status} {method} {path} {text}");
        return answer;
    }

    /// <summary>Status 0 and why when there was no answer; late when the worker did not want to wait longer.</summary>
    private async Task<(int Status, string Text, bool IsLate)> Try(
        Node node, HttpMethod method, string url, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(node.Address, url));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var late = new CancellationTokenSource(patience);
        try
        {
            using var answer = await shift.Http.SendAsync(request, late.Token);
            var text = await answer.Content.ReadAsStringAsync(late.Token);
            return ((int)answer.StatusCode, text, false);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            return (0, $"{lost.GetType().Name}: {lost.Message}", late.IsCancellationRequested);
        }
    }

    /// <summary>
    /// Any ready node that has not failed just now; another one than before while there is one.
    /// </summary>
    private int Choose(int? after = null)
    {
        var (first, now) = (Random.Next(avoidUntil.Length), shift.Clock.Now);
        return Enumerable.Range(first, avoidUntil.Length).Select(i => i % avoidUntil.Length)
            .OrderBy(i => shift.Ready?.IsReady(i) == false).ThenBy(i => i == after)
            .ThenBy(i => avoidUntil[i] > now).First();
    }

    private static string Url(string hall, string path) => path switch
    {
        "" => $"/api/halls/{hall}",
        _ when path.StartsWith("tickets/", StringComparison.Ordinal)
            && !path.EndsWith("/return", StringComparison.Ordinal) => $"/api/{path}",
        _ => $"/api/halls/{hall}/{path}",
    };

    private static string Body(string id, IEnumerable<(string Field, object? Value)> fields)
    {
        var body = new Dictionary<string, object?> { ["requestId"] = id };
        foreach (var (field, value) in fields.Where(f => f.Value is not null))
            body[field] = value;
        return JsonSerializer.Serialize(body);
    }
}
