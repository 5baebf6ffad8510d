using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Evidence;

/// <summary>One hall's ledger through the rules, once from its first entry to its last.</summary>
internal static class Replay
{
    /// <param name="before">Told the hall before each entry, and the entry's index; null before the first.</param>
    /// <param name="after">The same after it.</param>
    /// <returns>Why it ended early; null when every entry could be applied.</returns>
    public static FormattableString? Through(
        HallLedger ledger, Action<Hall?, int> before, Action<Hall, int> after)
    {
        Hall? hall = null;
        for (var i = 0; i < ledger.Events.Count; i++)
        {
            var seq = ledger.Entries[i].Seq;
            if (seq != i + 1)
                return $"there is no entry {i + 1}: nothing behind it can be replayed";
            before(hall, i);
            try
            {
                if (hall is null)
                    hall = Hall.Begin(ledger.Events[i]);
                else
                    hall.Apply(ledger.Events[i]);
            }
            catch (Exception broken) when (broken is not OutOfMemoryException)
            {
                return $"the rules cannot apply {ledger.Entries[i].Kind} at {seq}: {broken.Message}";
            }

            after(hall, i);
        }

        return null;
    }
}
