using Yihao.Silo.Commands;
using Yihao.Silo.Composition;

namespace Yihao.Silo;

/// <summary>The program: the silo with its doors, or one of its commands.</summary>
public static class YihaoProgram
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;

    /// <summary>Runs until it is stopped or the command is done; answers with the exit code.</summary>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            return args switch
            {
                ["--help" or "-h" or "help", ..] => Usage.Print(Console.Out),
                ["--version"] => Usage.PrintVersion(Console.Out),
                ["migrate", .. var rest] => Migrate.Run(CommandLine.Read(rest), Console.Out),
                ["verify", .. var rest] => await Verify.Run(CommandLine.Read(rest), Console.Out),
                ["restored", .. var rest] => await Restored.Run(CommandLine.Read(rest), Console.Out),
                ["network", "check", var file] => NetworkCheck.Run(file, Console.Out),
                [var word, ..] when !word.StartsWith('-') => Usage.Unknown(word, Console.Error),
                _ => await Serve.Run(CommandLine.Read(args)),
            };
        }
        catch (Exception wrong) when (wrong is WrongSettingException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return WrongUse;
        }
    }
}
