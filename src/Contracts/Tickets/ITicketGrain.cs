namespace Yihao.Contracts;

/// <summary>
/// One ticket as a short-lived view: what the phone page watches. Key: the public ticket id. Activated only for a
/// ticket that its hall knows, keeps nothing, and asks the hall at most every two seconds however many watch.
/// </summary>
[Alias("yihao.ITicketGrain")]
public interface ITicketGrain : IGrainWithStringKey
{
    [Alias("Show"), ResponseTimeout("00:00:03")]
    Task<Answer<TicketView>> Show();
}
