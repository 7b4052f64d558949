-- When a machine was first seen at a stage of its way, since it was started last.
create table xsm_stage (
  run_id varchar(40) not null references xsm_run (id),
  step_id varchar(200) not null,
  stage varchar(20) not null,
  at timestamp(3) with time zone not null,
  primary key (run_id, step_id, stage)
);
create index xsm_step_kind on xsm_step (kind, vm);

-- Machines that asked for an address and that people do not want to be asked about.
create table xsm_ignored_machine (
  mac varchar(17) primary key,
  person varchar(200) not null,
  at timestamp(3) with time zone not null
);
