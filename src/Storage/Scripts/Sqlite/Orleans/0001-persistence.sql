-- Orleans.Persistence.AdoNet on SQLite, to its contract: the queries below are asked for by key, get these parameters,
-- and answer with NewGrainStateVersion (no row is a version conflict) or with PayloadBinary and Version in that order.
-- Each is a single statement: a failed one inside begin and commit would leave its transaction open on the pooled
-- connection.

create table OrleansQuery (
    QueryKey  text not null primary key,
    QueryText text not null
) strict, without rowid;

create table OrleansStorage (
    GrainIdHash            integer not null,
    GrainTypeHash          integer not null,
    GrainIdN0              integer not null,
    GrainIdN1              integer not null,
    GrainTypeString        text    not null,
    GrainIdExtensionString text    not null,
    ServiceId              text    not null,
    PayloadBinary          blob,
    ModifiedOn             text    not null,
    Version                integer not null,
    primary key (
        GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId)
) strict;

insert into OrleansQuery (QueryKey, QueryText) values
('WriteToStorageKey', '
    insert into OrleansStorage as stored (
        GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId,
        PayloadBinary, ModifiedOn, Version)
    select
        @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString, coalesce(@GrainIdExtensionString, ''''),
        @ServiceId, @PayloadBinary, datetime(''now''), 1
    where @GrainStateVersion is null
        or exists (
            select 1 from OrleansStorage
            where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
                and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
                and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId)
    on conflict do update set
        PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = stored.Version + 1
        where stored.Version = @GrainStateVersion
    returning Version as NewGrainStateVersion'),
('ReadFromStorageKey', '
    select PayloadBinary, Version from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId'),
('ClearStorageKey', '
    update OrleansStorage set PayloadBinary = null, ModifiedOn = datetime(''now''), Version = Version + 1
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId
        and Version = @GrainStateVersion
    returning Version as NewGrainStateVersion'),
('DeleteStorageKey', '
    delete from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId
        and Version = @GrainStateVersion
    returning Version + 1 as NewGrainStateVersion');
