using Yihao.Simulation;
using Yihao.Simulation.Report;

var (options, error) = Options.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(error);
    return 2;
}

if (options.Help)
{
    Console.WriteLine(Options.Usage);
    return 0;
}

return new Study(options, Console.Out).Run() ? 0 : 1;
