namespace Yihao.Cluster.Tests.Checking;

public sealed class HistoryTests
{
    [Fact]
    public async Task A_history_comes_back_from_its_file_as_it_was()
    {
        var history = new History(
            new Attempted("w1", "a", "south", "POST", "tickets", "r-1", "{\"name\":\"张\"}", TimeSpan.FromSeconds(1),
                TimeSpan.FromSeconds(1.5), 201, "{}"),
            new Attempted("w1", "b", "south", "GET", "board", null, null, TimeSpan.Zero, TimeSpan.Zero, 0, ""),
            new Shown("hall screen", "south", "l1", 7, "called", "south-1", "A001", 2),
            new ScreenEnded("hall screen", "south", "l1", 9),
            new ScreenEnded("dark screen", "south", null, 0),
            new EpochSeen("south", 3, TimeSpan.FromSeconds(2)),
            new Absence("south", 2, "clerk-2", TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(40), "page closed"));
        var file = Path.GetTempFileName();
        try
        {
            await history.WriteAsync(file, TestContext.Current.CancellationToken);
            var read = await History.ReadAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(history.Notes, read.Notes);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
