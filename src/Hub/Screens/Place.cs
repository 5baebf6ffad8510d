namespace Yihao.Hub.Screens;

/// <summary>Where a screen stands: all up to this seq of this ledger is on it.</summary>
internal readonly record struct Place(string Ledger, long Seq);
