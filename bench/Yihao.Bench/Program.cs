using BenchmarkDotNet.Running;

namespace Yihao.Bench;

/// <summary>Runs the benchmarks that are named, or asks which: <c>dotnet run -c Release --project bench/Yihao.Bench</c>.</summary>
internal static class Program
{
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
