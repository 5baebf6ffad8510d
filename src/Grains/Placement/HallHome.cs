namespace Yihao.Grains.Placement;

/// <summary>One hall's home, for a grain that asks often: it is looked up anew only when the members change.</summary>
internal sealed class HallHome(HallHomes homes, string hall)
{
    private readonly long opened = homes.Stamp;
    private int seen = -1;
    private bool here;

    /// <summary>
    /// The hall belongs to another silo, and has for a while. One that was opened here a moment ago all the same waits
    /// as long: whoever placed it did not know of that silo yet, and would place it here again.
    /// </summary>
    public bool IsElsewhere
    {
        get
        {
            var changes = homes.Changes;
            if (changes != seen)
                (seen, here) = (changes, homes.IsHere(hall));
            return !here && homes.AreCalm && homes.WasLongAgo(opened);
        }
    }
}
