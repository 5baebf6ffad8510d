using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Yihao.Bench;

// --memory prints the bytes of a waiting ticket; everything else is BenchmarkDotNet's own: --filter '*Choice*'.
if (args is ["--memory"])
{
    TicketMemory.Measure(Console.Out);
    return;
}

// In this process: the projects' build files are not made for the project that BenchmarkDotNet would generate.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10);
var config = DefaultConfig.Instance
    .AddJob(job)
    .AddColumn(StatisticColumn.Min, StatisticColumn.Median, StatisticColumn.P95)
    .AddExporter(CsvMeasurementsExporter.Default)
    .WithArtifactsPath("artifacts/bench");
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
