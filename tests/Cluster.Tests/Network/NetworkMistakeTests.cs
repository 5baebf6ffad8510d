using Yihao.Grains.Network;

namespace Yihao.Cluster.Tests.Network;

/// <summary>Every kind of mistake of a network file, with its line and its sentence.</summary>
public sealed class NetworkMistakeTests
{
    /// <summary>The blocks of mistakes.txt: place, "=> other", mistakes.</summary>
    public static TheoryData<string, string, string> Rows()
    {
        using var stream = typeof(NetworkMistakeTests).Assembly.GetManifestResourceStream("mistakes.txt")!;
        using var reader = new StreamReader(stream);
        var blocks = reader.ReadToEnd().Split("\n\n").Where(block => !block.StartsWith('#'));
        var rows = new TheoryData<string, string, string>();
        foreach (var lines in blocks.Select(block => block.Trim('\n').Replace('↵', '\n').Split("\n=> ", 2)))
        {
            var told = lines[1].IndexOf("\n   line ", StringComparison.Ordinal);
            var mistakes = lines[1][(told + 4)..].Replace("\n   ", "\n", StringComparison.Ordinal);
            rows.Add(lines[0], lines[1][..told].Trim('∅'), mistakes);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_mistake_is_told_with_its_line_and_what_is_allowed(string place, string other, string expected)
    {
        Assert.Equal(expected.Split('\n'), MistakesOf(SmallNetwork.With(place, other)));
    }

    [Theory]
    [InlineData("", "line 1: this is not JSON: ")]
    [InlineData("halls: none", "line 1: this is not JSON: ")]
    [InlineData("{\n\"halls\": [\n", "line 3: this is not JSON: ")]
    [InlineData("{}\n{}", "line 2: this is not JSON: ")]
    [InlineData("{\"name\":\n\"a\nb\"}", "line 2: this is not JSON: ")]
    [InlineData("[1]", "line 1: the file is a list; an object is allowed")]
    [InlineData("\n\"text\"", "line 2: the file is a text; an object is allowed")]
    [InlineData("null", "line 1: the file is null; an object is allowed")]
    public void What_is_no_network_at_all_is_one_mistake(string text, string start)
    {
        Assert.StartsWith(start, Assert.Single(MistakesOf(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_a_mistake()
    {
        Assert.StartsWith("line 1: this is not JSON: ", Assert.Single(MistakesOf(new string('[', 100_000))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_object_lacks_its_three_lists()
    {
        Assert.Equal(
            [
                "line 1: the file needs the field 'matters': a list of objects",
                "line 1: the file needs the field 'clerks': a list of objects",
                "line 1: the file needs the field 'halls': a list of objects",
            ],
            MistakesOf("{}"));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_and_by_line()
    {
        var text = SmallNetwork.With("\"name\": \"小网\"", "\"name\": 7")
            .Replace("\"promisedDays\": 5", "\"promisedDays\": 0", StringComparison.Ordinal)
            .Replace("\"c1\", \"name\": \"示例甲\"", "\"c1\", \"nome\": \"示例甲\"", StringComparison.Ordinal)
            .Replace("\"layout\": \"village\"", "\"layout\": \"hamlet\"", StringComparison.Ordinal);
        Assert.Equal(
            [
                "line 2: 'name' of the file is a number; a text is allowed",
                "line 10: 'promisedDays' of a matter is out of range; whole numbers from 1 to 365 are allowed",
                "line 14: a clerk needs the field 'name': a text",
                "line 14: a clerk has no field 'nome'; allowed are clerk, name, hall, skills",
                "line 27: hall '450521100001' has no windows; one or more are needed",
                "line 28: the hall names the unknown layout 'hamlet'; allowed are village",
                "line 30: 'posts' names the unknown window '1'; windows of the hall or its layout are allowed",
            ],
            MistakesOf(text));
    }

    [Fact]
    public void A_mistake_in_a_shared_layout_is_told_once()
    {
        var text = SmallNetwork.With("\"kind\": \"general\" }]", "\"kind\": \"general\", \"floor\": 99 }]");
        Assert.Equal(
            ["line 5: 'floor' of a window is out of range; whole numbers from 1 to 20 are allowed"], MistakesOf(text));
    }

    [Fact]
    public void A_mistake_never_carries_a_control_character_to_the_terminal()
    {
        var mistake = Assert.Single(MistakesOf(SmallNetwork.With("\"name\": \"小网\"", "\"\\u001b[2J\": 1")));
        Assert.StartsWith("line 2: the file has no field '\\u001b[2J'", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_too_long_is_not_read()
    {
        Assert.Equal(
            [$"line 1: the file has {NetworkFile.LongestText + 1} characters; {NetworkFile.LongestText} are allowed"],
            MistakesOf(new string(' ', NetworkFile.LongestText + 1)));
    }

    [Fact]
    public void Any_text_gets_an_answer()
    {
        // Every cut and every lost character of a good file: an answer, never an exception.
        for (var at = 0; at < SmallNetwork.Text.Length; at++)
        {
            NetworkFile.Parse(SmallNetwork.Text[..at]);
            NetworkFile.Parse(SmallNetwork.Text.Remove(at, 1));
        }
    }

    private static string[] MistakesOf(string text) =>
        [.. Assert.IsType<NetworkResult.Invalid>(NetworkFile.Parse(text)).Mistakes.Select(mistake => $"{mistake}")];
}
