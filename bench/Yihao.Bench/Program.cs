using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Yihao.Bench;
using Yihao.Bench.Growth;
using Yihao.Bench.Rows;
using Yihao.Bench.Screens;

switch (args)
{
    case [] or ["--help" or "-h", ..]:
        Console.WriteLine(RowOptions.Usage);
        return 0;
    case ["--memory"]:
        TicketMemory.Measure(Console.Out);
        return 0;
    case ["--ratios"]:
        Ratios.Measure(Console.Out);
        return 0;
    case ["--latency", .. var rest]:
        return await Row.Run(rest, (o, progress) => OneCaller.Measure(o.Pairs, progress));
    case ["--call-to-screen", .. var rest]:
        return await Row.Run(rest, (o, progress) => CallToScreen.Measure(o.Pairs, progress));
    case ["--fan-out", .. var rest]:
        return await Row.Run(rest, (o, progress) => FanOut.Measure(o.Pairs, o.Screens, progress));
    case ["--quiet-screens", .. var rest]:
        return await Row.Run(rest, (o, progress) => QuietScreens.Measure(o.Pairs, o.Screens, progress));
    case ["--start", .. var rest]:
        return await Row.Run(rest, (o, progress) => FirstAnswer.Measure(o.Pairs, o.Events, progress));
    case ["--growth", .. var rest]:
        return await Growing.Run(rest);
    case [ScreenFarm.Argument, var index]:
        return await ScreenProcess.Run(index);
    default:
        return Benchmarks(args);
}

// In this process: the projects' build files are not made for the project that BenchmarkDotNet would generate. What is
// measured first is warmed up long enough to be optimized.
static int Benchmarks(string[] args)
{
    var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(10).WithIterationCount(10);
    var config = DefaultConfig.Instance
        .AddJob(job)
        .AddColumn(StatisticColumn.Min, StatisticColumn.Median, StatisticColumn.P95)
        .AddExporter(CsvMeasurementsExporter.Default)
        .WithArtifactsPath("artifacts/bench");
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(RowOptions).Assembly).Run(args, config);
    return summaries.Any(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
}
