-- Orleans.Persistence.AdoNet on PostgreSQL, to its contract: the queries below are asked for by key, get these
-- parameters, and answer with NewGrainStateVersion (no row is a version conflict) or with PayloadBinary and Version in
-- that order. Orleans' other tables use the same table of queries, so it keeps their names.

create table OrleansQuery (
    QueryKey  varchar(64) not null primary key,
    QueryText text        not null
);

create table OrleansStorage (
    GrainIdHash            integer     not null,
    GrainTypeHash          integer     not null,
    GrainIdN0              bigint      not null,
    GrainIdN1              bigint      not null,
    GrainTypeString        text        not null,
    GrainIdExtensionString text        not null,
    ServiceId              text        not null,
    PayloadBinary          bytea,
    ModifiedOn             timestamptz not null,
    Version                integer     not null,
    primary key (
        GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId)
);

insert into OrleansQuery (QueryKey, QueryText) values
('WriteToStorageKey', '
    insert into OrleansStorage as stored (
        GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId,
        PayloadBinary, ModifiedOn, Version)
    select
        @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString,
        coalesce(cast(@GrainIdExtensionString as text), ''''), @ServiceId, cast(@PayloadBinary as bytea), now(), 1
    where cast(@GrainStateVersion as integer) is null
        or exists (
            select 1 from OrleansStorage
            where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
                and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
                and GrainIdExtensionString = coalesce(cast(@GrainIdExtensionString as text), '''')
                and ServiceId = @ServiceId)
    on conflict (
        GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId)
    do update set
        PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = stored.Version + 1
        where stored.Version = cast(@GrainStateVersion as integer)
    returning Version as NewGrainStateVersion'),
('ReadFromStorageKey', '
    select PayloadBinary, Version from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(cast(@GrainIdExtensionString as text), '''') and ServiceId = @ServiceId'),
('ClearStorageKey', '
    update OrleansStorage set PayloadBinary = null, ModifiedOn = now(), Version = Version + 1
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(cast(@GrainIdExtensionString as text), '''') and ServiceId = @ServiceId
        and Version = cast(@GrainStateVersion as integer)
    returning Version as NewGrainStateVersion'),
('DeleteStorageKey', '
    delete from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(cast(@GrainIdExtensionString as text), '''') and ServiceId = @ServiceId
        and Version = cast(@GrainStateVersion as integer)
    returning Version + 1 as NewGrainStateVersion');
