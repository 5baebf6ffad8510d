namespace Yihao.Rules;

/// <summary>
/// Up to <see cref="Size"/> tickets in order, with their places beside them so that a search stays in the cache.
/// </summary>
internal sealed class Block
{
    /// <summary>Moving half of this is what an insertion in the middle costs.</summary>
    public const int Size = 128;

    private readonly Place[] places = new Place[Size];
    private readonly Ticket?[] tickets = new Ticket?[Size];
    private int start;

    public int Count { get; private set; }

    public bool IsFull => Count == Size;

    public Place First => places[start];

    public Ticket this[int index] => tickets[start + index]!;

    public int CountBefore(Place place)
    {
        var found = Array.BinarySearch(places, start, Count, place);
        return (found < 0 ? ~found : found) - start;
    }

    public void Insert(Ticket ticket)
    {
        var at = CountBefore(ticket.Place);
        if (start + Count == Size)
            Move(0);
        Array.Copy(places, start + at, places, start + at + 1, Count - at);
        Array.Copy(tickets, start + at, tickets, start + at + 1, Count - at);
        (places[start + at], tickets[start + at]) = (ticket.Place, ticket);
        Count++;
    }

    public bool Remove(Ticket ticket)
    {
        var at = CountBefore(ticket.Place);
        if (at == Count || !ReferenceEquals(tickets[start + at], ticket))
            return false;
        Count--;
        if (at == 0)
        {
            tickets[start++] = null;
            return true;
        }

        Array.Copy(places, start + at + 1, places, start + at, Count - at);
        Array.Copy(tickets, start + at + 1, tickets, start + at, Count - at);
        tickets[start + Count] = null;
        return true;
    }

    /// <summary>Gives the upper half to a new block.</summary>
    public Block SplitOff()
    {
        var upper = new Block();
        var keep = Count / 2;
        upper.Count = Count - keep;
        Array.Copy(places, start + keep, upper.places, 0, upper.Count);
        Array.Copy(tickets, start + keep, upper.tickets, 0, upper.Count);
        Array.Clear(tickets, start + keep, upper.Count);
        Count = keep;
        return upper;
    }

    private void Move(int to)
    {
        Array.Copy(places, start, places, to, Count);
        Array.Copy(tickets, start, tickets, to, Count);
        Array.Clear(tickets, to + Count, Size - to - Count);
        start = to;
    }
}
