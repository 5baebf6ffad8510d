-- Orleans.Reminders.AdoNet on PostgreSQL, to its contract: a write answers with the reminder's version, a removal with
-- how many rows went. A range of hashes is open below and closed above; Rows2 is one that goes past the highest hash.

create table OrleansRemindersTable (
    ServiceId    varchar(150) not null,
    GrainId      varchar(150) not null,
    ReminderName varchar(150) not null,
    StartTime    timestamptz  not null,
    Period       bigint       not null,
    GrainHash    integer      not null,
    Version      integer      not null,
    primary key (ServiceId, GrainId, ReminderName)
);

create index OrleansRemindersByHash on OrleansRemindersTable (ServiceId, GrainHash);

insert into OrleansQuery (QueryKey, QueryText) values
('UpsertReminderRowKey', '
    insert into OrleansRemindersTable as kept (
        ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)
    values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    on conflict (ServiceId, GrainId, ReminderName) do update set
        StartTime = excluded.StartTime, Period = excluded.Period, GrainHash = excluded.GrainHash,
        Version = kept.Version + 1
    returning Version'),
('ReadReminderRowsKey', '
    select GrainId, ReminderName, StartTime, Period, Version from OrleansRemindersTable
    where ServiceId = @ServiceId and GrainId = @GrainId'),
('ReadReminderRowKey', '
    select GrainId, ReminderName, StartTime, Period, Version from OrleansRemindersTable
    where ServiceId = @ServiceId and GrainId = @GrainId and ReminderName = @ReminderName'),
('ReadRangeRows1Key', '
    select GrainId, ReminderName, StartTime, Period, Version from OrleansRemindersTable
    where ServiceId = @ServiceId and GrainHash > @BeginHash and GrainHash <= @EndHash'),
('ReadRangeRows2Key', '
    select GrainId, ReminderName, StartTime, Period, Version from OrleansRemindersTable
    where ServiceId = @ServiceId and (GrainHash > @BeginHash or GrainHash <= @EndHash)'),
('DeleteReminderRowKey', '
    with gone as (
        delete from OrleansRemindersTable
        where ServiceId = @ServiceId and GrainId = @GrainId and ReminderName = @ReminderName and Version = @Version
        returning 1)
    select cast(count(*) as integer) from gone'),
('DeleteReminderRowsKey', '
    delete from OrleansRemindersTable where ServiceId = @ServiceId');
