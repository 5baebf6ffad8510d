using System.Globalization;
using Yihao.Compare;
using Yihao.Compare.Grains;
using Yihao.Compare.Rows;
using Yihao.Compare.Servers;

if (args is ["node", var connection, var halls, var windows, var writers])
    return await GrainNode.Run(connection, Number(halls), Number(windows), writers);
if (args is ["--help" or "-h"])
{
    Console.WriteLine(Options.Usage);
    return 0;
}

try
{
    await Compare(Options.Read(args));
    return 0;
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
catch (InvalidOperationException wrong)
{
    await Console.Error.WriteLineAsync($"Stopped: {wrong.Message}");
    return 1;
}

static async Task Compare(Options options)
{
    await using var database = await Database.Start();
    var turns = new Turns(options, database, Console.Out);
    await File.WriteAllTextAsync(options.Csv, Turns.CsvHead + '\n');
    var rows = new List<Outcome>();
    if (options.Rows.Contains("lives"))
        rows.AddRange(await new LivesRows(options, turns, database).Measure());
    if (options.Rows.Contains("hall"))
        rows.AddRange(await new HallRows(options, turns, database).Measure());
    if (options.Rows.Contains("whole"))
        rows.AddRange(await new WholeStackRows(options, turns, database).Measure());
    if (options.Rows.Contains("slow"))
        rows.AddRange(await new WholeStackRows(options, turns, database).MeasureSlow());
    Console.WriteLine();
    Console.WriteLine(Outcome.Head);
    foreach (var row in rows)
        Console.WriteLine(row);
    Console.WriteLine($"Raw rows: {options.Csv}");
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
