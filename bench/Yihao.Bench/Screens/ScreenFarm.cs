using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Yihao.Bench.Screens;

/// <summary>When a push had reached the first and the last of all screens.</summary>
internal readonly record struct Reached(long First, long Last);

/// <summary>Screens in processes of their own.</summary>
internal sealed class ScreenFarm : IDisposable
{
    public const string Argument = "--screen-process";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Child[] children;
    private int open;

    /// <param name="processes">The screens are shared between them.</param>
    public ScreenFarm(int processes) =>
        children = [.. Enumerable.Range(0, processes).Select(i => new Child(i))];

    /// <summary>All follow when it returns.</summary>
    /// <param name="url">Of a hub with a method Follow.</param>
    public Task Open(Uri url, string hall, int screens)
    {
        open = Math.Min(screens, children.Length);
        return Task.WhenAll(children.Select((child, i) => child.Order(
            $"open ws://{url.Authority}{url.AbsolutePath} {hall} {Share(screens, i)}", "opened")));
    }

    public Task Close() => Task.WhenAll(children.Select(child => child.Order("close", "closed")));

    /// <summary>When every screen had the push that ends at this place, or beyond it.</summary>
    public async Task<Reached> All(long seq)
    {
        var reached = await Task.WhenAll(children.Take(open).Select(child => child.Reach(seq)));
        return new(reached.Min(r => r.First), reached.Max(r => r.Last));
    }

    public void Dispose()
    {
        foreach (var child in children)
            child.Dispose();
    }

    private int Share(int screens, int child) =>
        screens / children.Length + (child < screens % children.Length ? 1 : 0);

    private sealed class Child : IDisposable
    {
        private readonly Process process;
        private readonly Channel<string[]> lines = Channel.CreateUnbounded<string[]>();
        private (long UpTo, Reached Reached) last;

        public Child(int index)
        {
            process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Argument, $"{index}"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
            process.OutputDataReceived += (_, line) =>
            {
                if (line.Data is { } text)
                    lines.Writer.TryWrite(text.Split(' '));
                else
                    lines.Writer.TryComplete();
            };
            process.BeginOutputReadLine();
        }

        public async Task Order(string order, string done)
        {
            last = default;
            await process.StandardInput.WriteLineAsync(order);
            while ((await Next())[0] != done)
            {
                // Arrivals of pushes that nobody asks for.
            }
        }

        public async Task<Reached> Reach(long seq)
        {
            while (last.UpTo < seq)
            {
                var line = await Next();
                if (line[0] == "all")
                    last = (Number(line[1]), new(Number(line[2]), Number(line[3])));
            }

            return last.Reached;
        }

        public void Dispose()
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
                process.Kill();
            process.Dispose();
        }

        private async Task<string[]> Next()
        {
            var line = await lines.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            return line[0] == "wrong" ? throw new InvalidOperationException(string.Join(' ', line)) : line;
        }

        private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
    }
}
