-- A ticket life in the statements of bench/Baseline/sql, each a transaction of its own: take, call, finish. The hall is
-- chosen at random of :halls; a backlog in front sees to it that somebody always waits.
\set hall random(1, :halls)
\set window random(1, 20)
