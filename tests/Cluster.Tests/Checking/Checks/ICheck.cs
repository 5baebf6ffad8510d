using Yihao.Cluster.Tests.Checking.Evidence;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>One rule of what a cluster must never do.</summary>
internal interface ICheck
{
    /// <summary>In kebab-case, unique.</summary>
    string Rule { get; }

    void Look(Run run, Findings findings);
}
