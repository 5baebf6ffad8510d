using System.Text;
using Yihao.Grains.Codec;
using Yihao.Grains.Halls;

namespace Yihao.Simulation.Tests;

/// <summary>
/// What a start may find in the place of its snapshot: the newest, an old one, none, or a broken one.
/// </summary>
internal static class SomeSnapshots
{
    public static HallSnapshot? Pick(List<HallSnapshot> taken, Chance chance, Bugs bugs)
    {
        if (taken.Count == 0 || chance.Percent(15))
            return null;
        var snapshot = chance.Percent(60) ? taken[^1] : chance.Of(taken);
        if (bugs.HasFlag(Bugs.SnapshotLies))
            return Lie(snapshot);
        return chance.Percent(25) ? Broken(snapshot, chance) : snapshot;
    }

    public static HallSnapshot Broken(HallSnapshot snapshot, Chance chance) => chance.Below(8) switch
    {
        0 => snapshot with { Hash = chance.Bytes(32) },
        1 => snapshot with { Hash = [] },
        2 => snapshot with { Image = snapshot.Image[..chance.Below(snapshot.Image.Length)] },
        3 => snapshot with { Seq = snapshot.Seq + chance.Between(1, 50) },
        4 => snapshot with { Seq = Math.Max(0, snapshot.Seq - 1) },
        5 => snapshot with { Image = "{}"u8.ToArray() },
        6 => snapshot with { Image = "null"u8.ToArray() },
        _ => snapshot with { Image = WithoutOneField(snapshot.Image) },
    };

    /// <summary>As if written by a program that did not know the field.</summary>
    private static byte[] WithoutOneField(byte[] image) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(image).Replace("\"windows\":", "\"panes\":", StringComparison.Ordinal));

    private static HallSnapshot Lie(HallSnapshot snapshot)
    {
        var image = ImageCodec.Decode(snapshot.Image)!;
        return snapshot with { Image = ImageCodec.Encode(image with { OverCap = !image.OverCap }) };
    }
}
