using Yihao.Bench.Shared;

namespace Yihao.Bench.Rows;

/// <summary>Runs one row of the table and prints it.</summary>
internal static class Row
{
    /// <returns>The exit code: 0, or 2 for a wrong option.</returns>
    public static async Task<int> Run(
        IReadOnlyList<string> args, Func<RowOptions, TextWriter, Task<IReadOnlyList<PairedFigure>>> measure)
    {
        var (options, error) = RowOptions.Parse(args);
        if (options is null)
        {
            await Console.Error.WriteLineAsync(error);
            return 2;
        }

        PairedFigure.Tell(Console.Out, options.Csv, await measure(options, Console.Error));
        return 0;
    }
}
