using Orleans.Concurrency;

namespace Yihao.Contracts;

/// <summary>
/// One window: the clerk's connections and presence. Key: <c>{hall}/{window}</c>. A clerk who is lost is told to the
/// hall. Keeps nothing: posts and tickets are the hall's, and so are the clerk's commands.
/// </summary>
[Alias("yihao.IWindowGrain")]
public interface IWindowGrain : IGrainWithStringKey
{
    /// <summary>
    /// Does it at the hall, and counts as a sign of life. <see cref="IHallGrain.AtWindow"/> does the same with one call
    /// less; there the sign may be up to 1 s older.
    /// </summary>
    [Alias("Act"), ResponseTimeout("00:00:03")]
    Task<Answer<WindowAnswer>> Act(WindowRequest request);

    /// <summary>
    /// A sign of life of one connection; from the first one on the window's presence is that of its connections. Sent
    /// every second or so by the hub node that holds it.
    /// </summary>
    [Alias("Beat"), ResponseTimeout("00:00:02")]
    Task Beat();

    /// <summary>The clerk has closed the window: nobody is missed here any more.</summary>
    [OneWay, Alias("StandDown")]
    Task StandDown();

    /// <summary>The hall is up again and finds a clerk at this window: watch for signs of life from now on.</summary>
    [OneWay, Alias("Watch")]
    Task Watch();

    /// <summary>
    /// The window has a clerk, says the hall every few seconds: watch, if nobody does since a silo was lost.
    /// </summary>
    [OneWay, Alias("KeepWatch")]
    Task KeepWatch();

    /// <summary>A deputy was seated here: his page connects in a moment, or he is lost.</summary>
    [OneWay, Alias("Expect")]
    Task Expect();
}
