using System.Globalization;
using Yihao.Compare.Grains;

return args switch
{
    ["node", var connection, var halls, var windows] => await GrainNode.Run(
        connection, int.Parse(halls, CultureInfo.InvariantCulture), int.Parse(windows, CultureInfo.InvariantCulture)),
    _ => 2,
};
