using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Yihao.Bench;

// --memory prints the bytes of a waiting ticket, --ratios what the targets of the rules ask; everything else
// is BenchmarkDotNet's own: --filter '*Choice*'.
if (args is ["--memory"])
{
    TicketMemory.Measure(Console.Out);
    return;
}

if (args is ["--ratios"])
{
    Ratios.Measure(Console.Out);
    return;
}

// In this process: the projects' build files are not made for the project that BenchmarkDotNet would generate. What is
// measured first is warmed up long enough to be optimized.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(10).WithIterationCount(10);
var config = DefaultConfig.Instance
    .AddJob(job)
    .AddColumn(StatisticColumn.Min, StatisticColumn.Median, StatisticColumn.P95)
    .AddExporter(CsvMeasurementsExporter.Default)
    .WithArtifactsPath("artifacts/bench");
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
