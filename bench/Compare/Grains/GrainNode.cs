using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Bench.Shared;
using Yihao.Silo.Composition;
using Yihao.Tests.Shared;

namespace Yihao.Compare.Grains;

/// <summary>
/// A node as it is shipped, on PostgreSQL, with the callers in its own process. Reads orders, a line each, from its
/// input: <c>lives CALLERS SECONDS [HALL]</c>, <c>fill TICKETS HALL</c>, or nothing more; answers each with a line of
/// JSON. Halls count from 0.
/// </summary>
internal static class GrainNode
{
    public static async Task<int> Run(string connection, int halls, int windows, string writers)
    {
        var network = Path.Combine(Path.GetTempPath(), $"yihao-compare-{Environment.ProcessId}.json");
        await File.WriteAllTextAsync(network, MeasuredNetwork.Text(halls, windows));
        try
        {
            await using var app = await Serve.Build([
                "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", connection,
                "--Storage:Writers", writers,
                "--Network:File", network, "--urls", $"http://127.0.0.1:{FreePort.Find()}",
                "--Cluster:Node", "measured", "--Cluster:SiloPort", "0", "--Cluster:GatewayPort", "0",
                "--Cluster:Address", "127.0.0.1",
            ]);
            await app.StartAsync();
            var callers = new Callers(app.Services.GetRequiredService<IGrainFactory>(), halls, windows);
            Say(new { ready = true });
            while (await Console.In.ReadLineAsync() is { Length: > 0 } order)
                await Obey(callers, order.Split(' '));
            await app.StopAsync();
            return 0;
        }
        finally
        {
            File.Delete(network);
        }
    }

    private static async Task Obey(Callers callers, string[] order)
    {
        switch (order)
        {
            case ["lives", var many, var seconds]:
                Say(await callers.Live(Number(many), TimeSpan.FromSeconds(Number(seconds))));
                break;
            case ["lives", var many, var seconds, var hall]:
                Say(await callers.Live(Number(many), TimeSpan.FromSeconds(Number(seconds)), Number(hall)));
                break;
            case ["fill", var tickets, var hall]:
                await callers.Fill(Number(tickets), Number(hall));
                Say(new { filled = true });
                break;
            default:
                throw new InvalidOperationException($"not an order: {string.Join(' ', order)}");
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void Say(object what) => Console.Out.WriteLine("> " + JsonSerializer.Serialize(what));
}
