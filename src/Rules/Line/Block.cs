namespace Yihao.Rules;

/// <summary>
/// Up to <see cref="Size"/> tickets in order, with their places beside them so that a search stays in the cache.
/// </summary>
internal sealed class Block
{
    /// <summary>Moving half of this is what an insertion in the middle costs.</summary>
    public const int Size = 128;

    /// <summary>Most lines are short.</summary>
    private const int SizeAtFirst = 8;

    private Place[] places = new Place[SizeAtFirst];
    private Ticket?[] tickets = new Ticket?[SizeAtFirst];
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
        if (start + Count == places.Length)
            MakeRoom();
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
        var upper = new Block { places = new Place[Size], tickets = new Ticket?[Size] };
        var keep = Count / 2;
        upper.Count = Count - keep;
        Array.Copy(places, start + keep, upper.places, 0, upper.Count);
        Array.Copy(tickets, start + keep, upper.tickets, 0, upper.Count);
        Array.Clear(tickets, start + keep, upper.Count);
        Count = keep;
        return upper;
    }

    /// <summary>At the end: by moving to the front, or into twice the room when there is little.</summary>
    private void MakeRoom()
    {
        var (from, old) = (places, tickets);
        if (Count > places.Length / 2 && places.Length < Size)
            (places, tickets) = (new Place[2 * from.Length], new Ticket?[2 * from.Length]);
        Array.Copy(from, start, places, 0, Count);
        Array.Copy(old, start, tickets, 0, Count);
        Array.Clear(tickets, Count, tickets.Length - Count);
        start = 0;
    }
}
