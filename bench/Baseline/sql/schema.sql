-- The queue that a team would write instead: one table, rows taken with SKIP LOCKED. Made as fast as we know how:
-- * What waits is what has not been called: no state column. So only the call touches a column of an index; finishing
--   is a heap-only update (HOT), which writes no index.
-- * The call leaves the partial index and enters only the primary key again.
-- * Who came first is called first, by the time and not by the id: where one hall has most of the tickets, PostgreSQL
--   took the primary key for the order of ids and walked over all that were finished.
-- * fillfactor leaves room in the page for the two later versions of each row.
-- * Columns lie in the order of their alignment, the empty ones last.
create table ticket (
    id bigint generated always as identity primary key,
    taken_at timestamptz not null default now(),
    hall int not null,
    at_window int,
    called_at timestamptz,
    finished_at timestamptz
) with (fillfactor = 70);

create index ticket_waiting on ticket (hall, taken_at) where called_at is null;
