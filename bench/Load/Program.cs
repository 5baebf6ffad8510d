using Yihao.Load;
using Yihao.Load.Scenarios;

var (options, error) = Options.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(error);
    return 2;
}

if (options.Help)
{
    Console.WriteLine(Usage.Text);
    return 0;
}

return await Scenario.Run(options);
