using Yihao.Region;
using Yihao.Region.Run;
using Yihao.Region.Sizing;

var (options, error) = Options.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(error + " See --help.");
    return 2;
}

if (options.Help)
{
    Console.WriteLine(Options.Usage);
    return 0;
}

return options.Sizing ? SizingTable.Print(options) : await RegionRun.Run(options);
