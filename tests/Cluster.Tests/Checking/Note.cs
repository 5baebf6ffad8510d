using System.Text.Json.Serialization;

namespace Yihao.Cluster.Tests.Checking;

/// <summary>Something that somebody outside the cluster saw or did during a run: one line of its history.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "note")]
[JsonDerivedType(typeof(Attempted), "attempted")]
[JsonDerivedType(typeof(Shown), "shown")]
[JsonDerivedType(typeof(ScreenEnded), "ended")]
[JsonDerivedType(typeof(EpochSeen), "epoch")]
[JsonDerivedType(typeof(Absence), "absence")]
public abstract record Note
{
    private protected Note()
    {
    }
}
