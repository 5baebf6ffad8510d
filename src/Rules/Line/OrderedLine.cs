namespace Yihao.Rules;

/// <summary>
/// Tickets in the order of their places, in blocks of a fixed size: the head costs nothing, joining at the end and
/// leaving at the head cost the same for ten and for a million, and any place can be counted.
/// </summary>
public sealed class OrderedLine
{
    private readonly List<Block> blocks = [];

    public int Count { get; private set; }

    public Ticket? Head => Count == 0 ? null : blocks[0][0];

    public void Add(Ticket ticket)
    {
        if (blocks.Count == 0)
            blocks.Add(new Block());
        var at = BlockOf(ticket.Place);
        var block = blocks[at];
        if (block.IsFull)
            block = MakeRoom(at, ticket.Place);
        block.Insert(ticket);
        Count++;
    }

    /// <summary>Takes a ticket out; false when it is not in this line.</summary>
    public bool Remove(Ticket ticket)
    {
        if (blocks.Count == 0)
            return false;
        var at = BlockOf(ticket.Place);
        if (!blocks[at].Remove(ticket))
            return false;
        // The last one stays: a line that is empty most of the time would make one for each ticket.
        if (blocks[at].Count == 0 && blocks.Count > 1)
            blocks.RemoveAt(at);
        Count--;
        return true;
    }

    /// <summary>How many tickets of this line stand before a place. Counts from the nearer end.</summary>
    public int CountBefore(Place place)
    {
        if (Count == 0)
            return 0;
        var at = BlockOf(place);
        var inside = blocks[at].CountBefore(place);
        return at <= blocks.Count / 2
            ? Sum(0, at) + inside
            : Count - Sum(at, blocks.Count) + inside;
    }

    /// <summary>The ticket at an index from the head, null outside the line.</summary>
    public Ticket? At(int index)
    {
        if (index < 0)
            return null;
        foreach (var block in blocks)
        {
            if (index < block.Count)
                return block[index];
            index -= block.Count;
        }

        return null;
    }

    /// <summary>The last ticket before a place, null when there is none.</summary>
    public Ticket? LastBefore(Place place)
    {
        if (Count == 0)
            return null;
        var at = BlockOf(place);
        var inside = blocks[at].CountBefore(place);
        if (inside > 0)
            return blocks[at][inside - 1];
        return at == 0 ? null : blocks[at - 1][blocks[at - 1].Count - 1];
    }

    public IEnumerable<Ticket> InOrder()
    {
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Count; i++)
                yield return block[i];
        }
    }

    private Block MakeRoom(int at, Place place)
    {
        // The usual case is a ticket behind all others: a new block leaves the full one packed.
        if (at == blocks.Count - 1 && blocks[at].CountBefore(place) == blocks[at].Count)
        {
            blocks.Add(new Block());
            return blocks[^1];
        }

        blocks.Insert(at + 1, blocks[at].SplitOff());
        return blocks[BlockOf(place)];
    }

    /// <summary>The last block that begins at or before a place, the first one if none does.</summary>
    private int BlockOf(Place place)
    {
        var (low, high) = (0, blocks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (blocks[middle].First <= place)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private int Sum(int from, int to)
    {
        var sum = 0;
        for (var i = from; i < to; i++)
            sum += blocks[i].Count;
        return sum;
    }
}
