namespace Yihao.Cluster.Tests.Faults.Trouble;

/// <summary>What goes wrong, and with which node.</summary>
internal abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Its kind in a word, as the figures name it.</summary>
    public abstract string Kind { get; }

    /// <summary>The one node it is about; null when it is about all.</summary>
    public virtual int? At => null;

    /// <summary>
    /// For so long the halls of its node may give no answer; null when it is about all. Generous, for a loaded machine:
    /// what is aimed at is printed, and judged by hand.
    /// </summary>
    public virtual TimeSpan? MostSilence => At is null ? null : TimeSpan.FromSeconds(20);

    /// <summary>The same at another node.</summary>
    public virtual Fault Moved(int node) => this;

    /// <summary>kill -9, and started again after a pause.</summary>
    internal sealed record Killed(int Node, TimeSpan Pause) : Fault
    {
        public override string Kind => "kill -9";

        public override int? At => Node;

        public override Fault Moved(int node) => this with { Node = node };
    }

    /// <summary>SIGSTOP, and SIGCONT after a while.</summary>
    internal sealed record Frozen(int Node, TimeSpan For) : Fault
    {
        private static readonly TimeSpan Least = TimeSpan.FromSeconds(5);
        private static readonly TimeSpan Most = TimeSpan.FromSeconds(12);
        private static readonly TimeSpan BeforeItsEnd = TimeSpan.FromSeconds(1);

        public override string Kind => "freeze";

        public override int? At => Node;

        /// <summary>Shorter than the freeze: a node that nobody takes for dead answers when it wakes.</summary>
        public override TimeSpan? MostSilence =>
            TimeSpan.FromTicks(Math.Clamp((For - BeforeItsEnd).Ticks, Least.Ticks, Most.Ticks));

        public override Fault Moved(int node) => this with { Node = node };
    }

    /// <summary>SIGTERM, and started when it has ended.</summary>
    internal sealed record Stopped(int Node) : Fault
    {
        public override string Kind => "SIGTERM";

        public override int? At => Node;

        public override Fault Moved(int node) => this with { Node = node };
    }

    /// <summary>Every connection to the database is cut each second.</summary>
    internal sealed record Cut(int Times) : Fault
    {
        public override string Kind => "connections cut";
    }

    /// <summary>The database crashes and comes back after a while.</summary>
    internal sealed record DatabaseGone(TimeSpan For) : Fault
    {
        public override string Kind => "database gone";
    }

    /// <summary>No fault: the load goes on for a while.</summary>
    internal sealed record Nothing(TimeSpan For) : Fault
    {
        public override string Kind => "nothing";
    }

    /// <summary>Every node is killed at once and started again.</summary>
    internal sealed record AllKilled(TimeSpan Pause) : Fault
    {
        public override string Kind => "all killed";
    }
}
