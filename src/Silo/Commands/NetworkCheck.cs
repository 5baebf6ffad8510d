using Yihao.Silo.Composition;

namespace Yihao.Silo.Commands;

/// <summary>Reads a network file and says what is in it, or every mistake with its line.</summary>
internal static class NetworkCheck
{
    public static int Run(string file, TextWriter output)
    {
        var network = NetworkLoading.ReadFile(file).Network;
        var windows = network.Halls.Sum(h => h.Windows.Count);
        output.WriteLine(
            $"{file}: {network.Halls.Count} halls, {windows} windows, {network.Clerks.Count} clerks, "
            + $"{network.Matters.Count} matters. No mistakes.");
        return YihaoProgram.Done;
    }
}
