namespace Yihao.Load;

/// <summary>What the program can do, in a screenful.</summary>
internal static class Usage
{
    public const string Text = """
        Loads a server with ticket lives over real connections and measures it: take a number, call it, finish it.

        load SCENARIO [options]

        Scenarios
          lives      lives on many halls
          hall       lives on one busy hall
          backlog    a line of waiting tickets in each hall first, then lives
          fanout     one call to many screens of a hall, over SignalR
          restart    a start with many events in the ledger of a hall against one with few, in turns
          failover   three nodes, killed one after the other: how long halls were silent
          soak       lives for an hour; look at the memory

        Options (default)
          --start                  start what is needed: a PostgreSQL to throw away and the server
          --address URL            or: the server that runs already, with the network of like halls and no line
          --database STRING        with --address: its PostgreSQL on this machine, to count its processor time
          --target yihao|baseline  what runs there (yihao)
          --callers N              closed loop: so many callers, each goes on when it has its answer, 1 to 4096
          --rate N                 open loop: lives per second, counted from their intended start, 1 to 100000 (100)
          --seconds N              measured, 1 to 86400 (10; soak 3600)
          --warm-up N              seconds before that, 0 to 600 (3)
          --halls N                1 to 10000 (100; hall and backlog 1, failover 20)
          --windows N              in each hall, 1 to 200 (8; with --callers what they need)
          --backlog N              tickets that wait before, in all, 0 to 1000000 (0; backlog 100000)
          --screens N              that follow the halls over SignalR meanwhile, 1 to 20000 (none; fanout 1000)
          --events N               in the ledger before restart, 1 to 100000000 (1000000)
          --pairs N                starts of both in turns, 1 to 100 (5)
          --kills N                of failover, 27 s each, 1 to 1000 (20)
          --pool N                 connections of a started baseline to its database, 1 to 400 (32)
          --json FILE              the figures also go there
          --help                   this text

        Ends with 1 when an answer was wrong: a number given or called twice, lost, or left over; with 2 on a bad
        option.
        """;
}
