-- The ledger. Instants (at, taken_at) are microseconds since 1970-01-01 UTC, exactly what the hashes cover.

create table hall_head (
    hall      text    not null primary key,
    ledger    text    not null check (length(ledger) = 32),
    link_key  blob    not null check (length(link_key) = 32),
    epoch     integer not null,
    owner     text    not null,
    taken_at  integer not null,
    last_seq  integer not null check (last_seq >= 0),
    last_hash blob    not null check (length(last_hash) = 32)
) strict, without rowid;

create table hall_event (
    hall     text    not null,
    seq      integer not null check (seq > 0),
    at       integer not null,
    kind     text    not null,
    ticket   text,
    "window" text,
    clerk    text,
    payload  blob    not null,
    hash     blob    not null check (length(hash) = 32),
    primary key (hall, seq)
) strict, without rowid;

create table network (
    version integer not null primary key,
    at      integer not null,
    content text    not null
) strict;
