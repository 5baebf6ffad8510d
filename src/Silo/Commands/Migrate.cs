using Yihao.Silo.Composition;

namespace Yihao.Silo.Commands;

/// <summary>Makes or updates the database; safe to repeat, and to run from two processes at once.</summary>
internal static class Migrate
{
    public static int Run(string[] options, TextWriter output)
    {
        var storage = Settings.Read(options).Storage;
        Database.Prepare(storage);
        output.WriteLine($"The {storage.Provider} database is up to date.");
        return YihaoProgram.Done;
    }
}
