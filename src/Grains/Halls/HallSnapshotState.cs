namespace Yihao.Grains.Halls;

/// <summary>What Orleans persistence stores of a hall: our own bytes with the place they belong to.</summary>
[GenerateSerializer, Alias("yihao.HallSnapshotState")]
public sealed class HallSnapshotState
{
    [Id(0)]
    public long Seq { get; set; }

    [Id(1)]
    public byte[] Hash { get; set; } = [];

    [Id(2)]
    public byte[] Image { get; set; } = [];

    public HallSnapshot? ToSnapshot() => Seq == 0 ? null : new(Seq, Hash, Image);
}
