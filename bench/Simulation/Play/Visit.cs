using Yihao.Simulation.World;

namespace Yihao.Simulation.Play;

/// <summary>What becomes of one citizen.</summary>
internal sealed class Visit(Citizen citizen)
{
    public Citizen Citizen => citizen;

    /// <summary>Of the ticket, in the own hall: all matters share one letter there.</summary>
    public int Number { get; set; }

    public long CalledAt { get; set; }

    public long ServiceLeft { get; set; } = citizen.Service;

    public int Misses { get; set; }

    public bool IsServed { get; set; }

    /// <summary>Served by a clerk of another hall.</summary>
    public bool IsRemote { get; set; }

    /// <summary>Comes when called; who returns after a no-show does.</summary>
    public bool Comes => !citizen.NoShow || Misses > 0;

    /// <summary>From the number to the call that led to the service; null for no-shows and the unserved.</summary>
    public double? WaitMinutes => IsServed && Misses == 0 ? (CalledAt - citizen.At) / 60e6 : null;
}
