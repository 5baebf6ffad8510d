namespace Yihao.Hub.Doors;

/// <summary>
/// The node is about to stop: it is not ready any more and takes no new screens, and answers everything else until it
/// stops, so that whoever shares out the requests has time to notice.
/// </summary>
public sealed class Draining
{
    private volatile bool begun;

    public bool Begun => begun;

    public void Begin() => begun = true;
}
