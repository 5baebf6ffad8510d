-- The ledger may be split over several databases by county. Each says here which one it is; the main one, place 0, also
-- says how many there are and where each county lies, which never changes by itself. In the others ledger_place holds
-- their own counties only, so that a main database restored from an older backup learns them again.

create table ledger_self (
    one       boolean not null default true primary key check (one),
    family    text    not null check (length(family) = 32), -- random, the same in all that belong together
    place     integer not null check (place >= 0),
    databases integer not null check (databases > place)
);

create table ledger_place (
    county text    collate "C" not null primary key,
    place  integer not null check (place >= 0)
);

lock table hall_head in share row exclusive mode;
insert into ledger_place (county, place) select distinct left(hall, 6), 0 from hall_head;

-- Whoever opens a hall, a program without this setting or of an older version too: a hall whose county lies in another
-- database is not opened empty in this one.
create function hall_lies_here() returns trigger language plpgsql as $$
declare
    here integer := coalesce((select place from ledger_self), 0);
begin
    insert into ledger_place (county, place) values (left(new.hall, 6), here) on conflict (county) do nothing;
    if (select place from ledger_place where county = left(new.hall, 6)) <> here then
        raise exception 'county % lies in another database of the ledger', left(new.hall, 6) using errcode = '23514';
    end if;
    return new;
end
$$;

create trigger hall_lies_here before insert on hall_head for each row execute function hall_lies_here();
