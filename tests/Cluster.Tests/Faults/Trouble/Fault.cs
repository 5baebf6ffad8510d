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
    /// For so long the halls that it is about may give no answer; null for any time. A few times what a quiet machine
    /// shows, because this one may be shared, and little enough that a new wait of seconds is seen.
    /// </summary>
    public virtual TimeSpan? MostSilence => null;

    /// <summary>For so long a screen or page of its node may be without a node; null for any time.</summary>
    public virtual TimeSpan? LongestMove => null;

    /// <summary>Connections to the node at this place may end by it.</summary>
    public virtual bool Strikes(int node) => At == node;

    /// <summary>The same at another node.</summary>
    public virtual Fault Moved(int node) => this;

    /// <summary>kill -9, and started again after a pause.</summary>
    internal sealed record Killed(int Node, TimeSpan Pause) : Fault
    {
        public override string Kind => "kill -9";

        public override int? At => Node;

        /// <summary>The aim is 3 s in 99 of 100: two missed probes, a new owner, its ledger read.</summary>
        public override TimeSpan? MostSilence => TimeSpan.FromSeconds(8);

        /// <summary>Its end is seen at once; the next node answers when the screen's hall has a new owner.</summary>
        public override TimeSpan? LongestMove => TimeSpan.FromSeconds(5);

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

        /// <summary>A page takes a connection for dead after 10 s of silence; then it is as after a kill.</summary>
        public override TimeSpan? LongestMove => TimeSpan.FromSeconds(13);

        public override Fault Moved(int node) => this with { Node = node };
    }

    /// <summary>SIGTERM, and started when it has ended.</summary>
    internal sealed record Stopped(int Node) : Fault
    {
        public override string Kind => "SIGTERM";

        public override int? At => Node;

        /// <summary>
        /// Nobody has to find out: it hands its halls over, each is read once by its new owner. 1.6 s at most on a calm
        /// machine, 7.6 s once on one that also built the whole solution; never worse than a kill.
        /// </summary>
        public override TimeSpan? MostSilence => TimeSpan.FromSeconds(8);

        /// <summary>It keeps its pages for the 2 s of its drain.</summary>
        public override TimeSpan? LongestMove => TimeSpan.FromSeconds(7);

        public override Fault Moved(int node) => this with { Node = node };
    }

    /// <summary>Every connection to the database is cut each second.</summary>
    internal sealed record Cut(int Times) : Fault
    {
        public override string Kind => "connections cut";

        /// <summary>Each cut costs a new connection and a look at what was written, nobody is taken for dead.</summary>
        public override TimeSpan? MostSilence => TimeSpan.FromSeconds(5);
    }

    /// <summary>The database crashes and comes back after a while.</summary>
    internal sealed record DatabaseGone(TimeSpan For) : Fault
    {
        private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(15);

        public override string Kind => "database gone";

        /// <summary>As long as it is gone, and as much again for its recovery and a start of the halls.</summary>
        public override TimeSpan? MostSilence => For + Recovery;
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

        /// <summary>The first node waits some 15 s until the dead ones' last signs of life are old.</summary>
        public override TimeSpan? MostSilence => TimeSpan.FromSeconds(30);

        /// <summary>Until halls answer again, and then one try of a page more.</summary>
        public override TimeSpan? LongestMove => TimeSpan.FromSeconds(35);

        public override bool Strikes(int node) => true;
    }
}
