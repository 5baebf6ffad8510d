-- Orleans.Clustering.AdoNet on PostgreSQL, to its contract. Every change of a silo's row moves the version of the whole
-- table, and is made only by whoever has seen the version before it: the answer is how many rows changed. One statement
-- each, so that nothing is left half done on a pooled connection.

create table OrleansMembershipVersionTable (
    DeploymentId varchar(150) not null primary key,
    Timestamp    timestamptz  not null default now(),
    Version      integer      not null default 0
);

create table OrleansMembershipTable (
    DeploymentId varchar(150)  not null references OrleansMembershipVersionTable (DeploymentId),
    Address      varchar(45)   not null,
    Port         integer       not null,
    Generation   integer       not null,
    SiloName     varchar(150)  not null,
    HostName     varchar(150)  not null,
    Status       integer       not null,
    ProxyPort    integer,
    SuspectTimes varchar(8000),
    StartTime    timestamptz   not null,
    IAmAliveTime timestamptz   not null,
    primary key (DeploymentId, Address, Port, Generation)
);

insert into OrleansQuery (QueryKey, QueryText) values
('UpdateIAmAlivetimeKey', '
    update OrleansMembershipTable set IAmAliveTime = @IAmAliveTime
    where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation'),
('InsertMembershipVersionKey', '
    with added as (
        insert into OrleansMembershipVersionTable (DeploymentId) values (@DeploymentId)
        on conflict (DeploymentId) do nothing
        returning 1)
    select cast(count(*) as integer) from added'),
('InsertMembershipKey', '
    with moved as (
        update OrleansMembershipVersionTable set Timestamp = now(), Version = Version + 1
        where DeploymentId = @DeploymentId and Version = @Version
            and not exists (
                select 1 from OrleansMembershipTable
                where DeploymentId = @DeploymentId and Address = @Address and Port = @Port
                    and Generation = @Generation)
        returning DeploymentId
    ), added as (
        insert into OrleansMembershipTable (
            DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
        select DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime,
            @IAmAliveTime
        from moved
        returning 1)
    select cast(count(*) as integer) from added'),
('UpdateMembershipKey', '
    with moved as (
        update OrleansMembershipVersionTable set Timestamp = now(), Version = Version + 1
        where DeploymentId = @DeploymentId and Version = @Version
            and exists (
                select 1 from OrleansMembershipTable
                where DeploymentId = @DeploymentId and Address = @Address and Port = @Port
                    and Generation = @Generation)
        returning DeploymentId
    ), changed as (
        update OrleansMembershipTable
        set Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
        where DeploymentId in (select DeploymentId from moved)
            and Address = @Address and Port = @Port and Generation = @Generation
        returning 1)
    select cast(count(*) as integer) from changed'),
('MembershipReadRowKey', '
    select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort,
        m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
    from OrleansMembershipVersionTable v left join OrleansMembershipTable m
        on m.DeploymentId = v.DeploymentId and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
    where v.DeploymentId = @DeploymentId'),
('MembershipReadAllKey', '
    select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort,
        m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
    from OrleansMembershipVersionTable v left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId
    where v.DeploymentId = @DeploymentId'),
('DeleteMembershipTableEntriesKey', '
    with silos as (delete from OrleansMembershipTable where DeploymentId = @DeploymentId)
    delete from OrleansMembershipVersionTable where DeploymentId = @DeploymentId'),
('GatewaysQueryKey', '
    select Address, ProxyPort, Generation from OrleansMembershipTable
    where DeploymentId = @DeploymentId and Status = @Status and ProxyPort > 0'),
('CleanupDefunctSiloEntriesKey', '
    delete from OrleansMembershipTable
    where DeploymentId = @DeploymentId and IAmAliveTime < @IAmAliveTime and Status <> 3');
