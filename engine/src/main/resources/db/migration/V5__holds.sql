-- Whom a filter asks about a step that waits.
alter table xsm_step add column kind varchar(32) default '' not null;
alter table xsm_step add column vm varchar(64) default '' not null;

-- The stop switch; thrown while somebody is named.
alter table xsm_installation add column stopped_by varchar(200);
alter table xsm_installation add column stopped_why varchar(500);

-- Who has paused the run; null while nobody has.
alter table xsm_run add column paused_by varchar(200);

create table xsm_filter (
  name varchar(40) primary key,
  action varchar(16) not null,
  host varchar(64) not null,
  kind varchar(32),
  vm varchar(64) not null,
  per_minute integer not null,
  why varchar(500) not null,
  set_by varchar(200) not null
);
create index xsm_journal_at on xsm_journal (at);
