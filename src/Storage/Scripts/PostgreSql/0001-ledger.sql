-- The ledger. A timestamptz holds whole microseconds, exactly what the hashes cover; payloads are bytea, because the
-- bytes that were hashed must stay as they are. Halls sort by bytes, the same on every machine.

create table hall_head (
    hall      text        collate "C" not null primary key,
    ledger    text        not null check (length(ledger) = 32),
    link_key  bytea       not null check (octet_length(link_key) = 32),
    epoch     bigint      not null,
    owner     text        not null,
    taken_at  timestamptz not null,
    last_seq  bigint      not null check (last_seq >= 0),
    last_hash bytea       not null check (octet_length(last_hash) = 32)
) with (fillfactor = 40); -- heads change at every write: room on the page keeps that out of the index

create table hall_event (
    hall     text        collate "C" not null,
    seq      bigint      not null check (seq > 0),
    at       timestamptz not null,
    kind     text        not null,
    ticket   text,
    "window" text,
    clerk    text,
    payload  bytea       not null,
    hash     bytea       not null check (octet_length(hash) = 32),
    primary key (hall, seq)
);

create table network (
    version bigint      not null generated always as identity primary key,
    at      timestamptz not null,
    content text        not null
);
