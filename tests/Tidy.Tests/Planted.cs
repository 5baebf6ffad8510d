namespace Yihao.Tidy.Tests;

/// <summary>One row per case: the first words of the rule, a path, a text.</summary>
public static class Planted
{
    private const string Props = "=== Directory.Packages.props\n";

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "Projects know", "src/Rules/Yihao.Rules.csproj", Refers("../Grains/Yihao.Grains.csproj") },
        { "Projects know", "src/Hub/Yihao.Hub.csproj", Refers("../Grains/Yihao.Grains.csproj") },
        { "Projects know", "src/Hub/Yihao.Hub.csproj", Refers(@"..\Rules\Yihao.Rules.csproj") },
        { "Projects know", "src/Grains/Yihao.Grains.csproj", Refers("../Storage/Yihao.Storage.csproj") },
        { "Projects know", "src/Other/Yihao.Other.csproj", Refers("../Rules/Yihao.Rules.csproj") },
        { "Projects know", "src/Silo/Yihao.Silo.csproj", Refers("../../tests/Rules.Tests/X.csproj") },
        { "Projects know", "tests/Hub.Tests/H.csproj", Refers("../Rules.Tests/Yihao.Rules.Tests.csproj") },
        { "Rules has no package", "src/Rules/Yihao.Rules.csproj", Uses("Microsoft.Orleans.Sdk") },
        { "Rules has no package", "src/Rules/Yihao.Rules.csproj", Uses("CsCheck") },
        { "Rules has no package", "src/Grains/Yihao.Grains.csproj", Uses("Npgsql") },
        { "Rules has no package", "src/Hub/Yihao.Hub.csproj", Uses("Microsoft.Orleans.Server") },
        { "Rules has no package", "src/Storage/Yihao.Storage.csproj", Uses("Microsoft.Orleans.Sdk") },
        { "No using", "src/Rules/A.cs", "using Orleans;\n" },
        { "No using", "src/Hub/A.cs", "using Yihao.Grains.Halls;\n" },
        { "No using", "src/Grains/A.cs", "using Yihao.Storage;\n" },
        { "Every project is in", "src/Other/Yihao.Other.csproj", "<Project/>=== Yihao.slnx\n<Solution/>" },
        { "A file has", "src/Rules/A.cs", Many(301, "//") },
        { "A file has", "src/Hub/ClientApp/a.vue", Many(301, "<!-- -->") },
        { "A file has", "tests/Rules.Tests/A.cs", Many(401, "//") },
        { "A method has", "src/Rules/A.cs", Method(61) },
        { "A method has", "bench/Yihao.Bench/A.cs", Method(61) },
        { "A line has", "src/Rules/A.cs", new string('x', 121) },
        { "A line has", "src/Hub/ClientApp/a.ts", "ok\n" + new string('x', 121) + "\r\n" },
        { "A type stands", "src/Hub/A.cs", "partial class A;=== src/Hub/A2.cs\npartial class A;" },
        { "No name", "src/Rules/A.cs", "class TicketHelper;" },
        { "No name", "src/Rules/A.cs", "interface IHallManager;" },
        { "No name", "src/Rules/A.cs", "class A { void DoUtil() { } }" },
        { "No name", "src/Rules/A.cs", "namespace Yihao.Rules.Utils;" },
        { "No name", "src/Rules/A.cs", "class Core2;" },
        { "No name", "src/Rules/A.cs", "class DataService;" },
        { "No name", "src/Hub/ClientApp/src/timeUtils.ts", string.Empty },
        { "No mark", "src/Rules/A.cs", "// FIX" + "ME later" },
        { "No mark", "src/Hub/ClientApp/a.vue", "<!-- TO" + "DO -->" },
        { "No mark", "src/Rules/A.cs", "throw new NotImplemented" + "Exception();" },
        { "A test that is left out", "tests/Rules.Tests/A.cs", "class A { [Fact(Skip = \"\")] void B() { } }" },
        { "A test that is left out", "tests/Rules.Tests/A.cs", "class A { [Fact(Skip = \"later\")] void B() { } }" },
        { "A test that is left out", "tests/Rules.Tests/A.cs", "class A { void B() => Assert.Skip(\"\"); }" },
        { "A test does not sleep", "tests/Rules.Tests/A.cs", "class A { void B() => Thread.Sleep(1); }" },
        { "Rules knows", "src/Rules/A.cs", "class A { object B() => DateTime.UtcNow; }" },
        { "Rules knows", "src/Rules/A.cs", "class A { object B() => DateTimeOffset.Now; }" },
        { "Rules knows", "src/Rules/A.cs", "class A { Task B() => null; }" },
        { "Rules knows", "src/Rules/A.cs", "class A { Task<int> B() => null; }" },
        { "Rules knows", "src/Rules/A.cs", "class A { async void B() { } }" },
        { "Rules knows", "src/Rules/A.cs", "class A { object B() => new Random(); }" },
        { "Rules knows", "src/Rules/A.cs", "class A { object B() => File.ReadAllText(string.Empty); }" },
        { "Rules knows", "src/Rules/A.cs", "class A { void B() => Console.WriteLine(); }" },
        { "Rules knows", "src/Rules/A.cs", "class A { object B() => Environment.MachineName; }" },
        { "Rules knows", "src/Rules/A.cs", "class A(HttpClient http, Stopwatch watch, Thread thread);" },
        { "A grain does not", "src/Grains/A.cs", "class A { void B() { Task.Run(() => 1); } }" },
        { "A grain does not", "src/Grains/A.cs", "class A { void B() { lock (this) { } } }" },
        { "A grain does not", "src/Grains/A.cs", "class A { int B(Task<int> t) => t.Result; }" },
        { "A grain does not", "src/Grains/A.cs", "class A { void B(Task t) => t.Wait(); }" },
        { "A grain does not", "src/Grains/A.cs", "class A { void B(Task t) => t.GetAwaiter().GetResult(); }" },
        { "A grain does not", "src/Grains/A.cs", "class A { void B() => Thread.Sleep(1); }" },
        { "A grain does not", "src/Grains/A.cs", "class A { object B() => DateTimeOffset.UtcNow; }" },
        { "A grain does not", "src/Grains/A.cs", "class A { object B() => DateTime.UtcNow; }" },
        { "Storage holds", "src/Storage/A.cs", "class A : Grain;" },
        { "Event ids of", "src/Hub/A.cs", Message("1") + "=== src/Silo/B.cs\n" + Message("EventId = 1") },
        { "Event ids of", "src/Hub/A.cs", Message("Message = \"hall\"") },
        { "Event ids are in", "src/Hub/A.cs", Message("1001") },
        { "Event ids are in", "src/Storage/A.cs", Message("EventId = 2001") },
        { "Event ids are in", "src/Contracts/A.cs", Message("1001") },
        { "Every package", "a.csproj", Uses("A\" Version=\"1.0.0") + Props + Pin("A", "1.0.0") },
        { "Every package", "a.csproj", Uses("A") + Props + Pin("B", "1.0.0") },
        { "Every package", "a.csproj", "<Project/>" + Props + Pin("A", "1.*") },
        { "Every package", "a.csproj", "<Project/>" + Props + Pin("A", "[1.0,2.0)") },
        { "Every npm package", "src/Hub/ClientApp/package.json", """{ "devDependencies": { "vue": "^3.5.0" } }""" },
        { "No file names", "nuget.config", "<configuration/>" },
        { "No file names", "src/.npmrc", "registry=https://example.org/" },
        { "No file names", "package-lock.json", "  \"resolved\": \"https://example.org/a.tgz\"," },
        { "No file names", "package-lock.json", "https://registry." + "npmjs.org/vue" },
        { "No file names", "README.md", "https://api." + "nuget.org/v3/index.json" },
        { "A decision has", "docs/decisions/0001-a.md", "# One\n## Question\n## Choice\n## Reasons\n" },
        { "A decision has", "docs/decisions/0001-a.md", "# One\n**Choice.** a\n" },
        { "Decisions are", "docs/decisions/0002-a.md", string.Empty },
        { "Every setting of", "docs/operations.md", HallSetting("| `rests` | 2 | 0 to 10 | often |") },
        { "Every setting of", "docs/operations.md", HallSetting("| `holds` | 3 | 0 to 10 | often |") },
        { "Every setting of", "docs/operations.md", HallSetting("| `holds` | 2 | 1 to 10 | often |") },
    };

    public static TheoryData<string, string, string> Right => new()
    {
        { "Projects know", "src/Silo/Yihao.Silo.csproj", Refers("../Hub/Yihao.Hub.csproj") },
        { "Projects know", "tests/Hub.Tests/H.csproj", Refers("../../src/Silo/Yihao.Silo.csproj") },
        { "Rules has no package", "src/Contracts/Yihao.Contracts.csproj", Uses("Microsoft.Orleans.Sdk") },
        { "Every project is in", "a/H.csproj", "<Project/>=== Yihao.slnx\n<Project Path=\"a/H.csproj\" />" },
        { "A file has", "src/Rules/A.cs", Many(300, "//") },
        { "A method has", "src/Rules/A.cs", "/// " + Many(10, "///") + Method(60) },
        { "A line has", "src/Rules/A.cs", new string('x', 120) + "\r\n" },
        { "A type stands", "src/Hub/A.cs", "partial class A;" },
        { "No name", "src/Rules/A.cs", "class QueueService { void Utilise() { } }" },
        { "No mark", "src/Rules/A.cs", "// what is to do" },
        { "A test that is left out", "tests/A.cs", "class A { [Fact(Skip = \"needs a third node\")] void B() { } }" },
        { "Rules knows", "src/Rules/A.cs", "class A { DateTimeOffset B(DateTimeOffset now) => now; }" },
        { "Rules knows", "src/Grains/A.cs", "class A { Task B() => Task.CompletedTask; }" },
        { "A grain does not", "src/Grains/A.cs", "class A { async Task B(Task t) => await t; }" },
        { "Event ids of", "src/Hub/A.cs", Message("1") + "=== src/Silo/B.cs\n" + Message("2") },
        { "Event ids are in", "src/Silo/A.cs", Message("2500") },
        { "Every package", "a.csproj", Uses("A") + Props + Pin("A", "1.0.0-beta.1") },
        { "No file names", "src/.npmrc", "omit-lockfile-registry-resolved=true" },
        { "A decision has", "docs/decisions/0001-a.md", "## Question\n## Choice\n## Reasons\n## Consequences\n" },
        { "Decisions are", "docs/decisions/0001-a.md", "=== docs/decisions/README.md\n=== docs/decisions/0002-b.md\n" },
        { "Every setting of", "docs/operations.md", HallSetting("| `holds` | 2, or more | 0 to 10, more | often |") },
    };

    private static string Refers(string project) => $"<Project><ProjectReference Include=\"{project}\" /></Project>";

    private static string Uses(string package) => $"<Project><PackageReference Include=\"{package}\" /></Project>";

    private static string Pin(string package, string version) =>
        $"<Project><PackageVersion Include=\"{package}\" Version=\"{version}\" /></Project>";

    private static string Message(string arguments) => $"class A {{ [LoggerMessage({arguments})] void B() {{ }} }}";

    /// <summary>The page, and a setting of 2, 0 to 10.</summary>
    private static string HallSetting(string row) => row
        + "\n=== src/Grains/SettingsDefinition.cs\nclass A { /// <summary>How often (2), 0 to 10.</summary>\n"
        + "public int? Holds { get; init; } }"
        + "=== src/Grains/SettingsReader.cs\nclass B { int? C(Fields f) => f.Number(\"holds\", 0, 10); }";

    private static string Many(int lines, string line) => string.Concat(Enumerable.Repeat(line + "\n", lines));

    private static string Method(int lines) => $"class A\n{{\nvoid B()\n{{\n{Many(lines - 3, ";")}}}\n}}\n";
}
