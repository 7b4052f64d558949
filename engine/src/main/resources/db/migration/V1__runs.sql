-- One row, by which transactions that look at all runs are serialised; its id marks our VMs.
create table xsm_installation (
  id varchar(36) primary key
);

create table xsm_run (
  id varchar(40) primary key,
  -- Names the drop that the run came from: submitting it again finds the run.
  claim varchar(200) not null unique,
  -- Hash of the content while the run is not final: the same content waits or runs at most once.
  active_content varchar(64) unique,
  sets varchar(4000) not null,
  file_name varchar(255) not null,
  submitted_by varchar(200) not null,
  submitted_at timestamp(3) with time zone not null,
  state varchar(32) not null,
  -- Base64 of the file as it came.
  content text not null,
  observation text,
  digest varchar(64),
  plan text
);
create index xsm_run_submitted on xsm_run (submitted_at);
create index xsm_run_state on xsm_run (state);

create table xsm_run_set (
  run_id varchar(40) not null references xsm_run (id),
  set_name varchar(64) not null,
  primary key (run_id, set_name)
);
create index xsm_run_set_name on xsm_run_set (set_name);

create table xsm_journal (
  run_id varchar(40) not null references xsm_run (id),
  number bigint not null,
  at timestamp(3) with time zone not null,
  actor varchar(200) not null,
  kind varchar(40) not null,
  step_id varchar(200),
  message text not null,
  primary key (run_id, number)
);

create table xsm_step (
  run_id varchar(40) not null references xsm_run (id),
  step_id varchar(200) not null,
  -- In which order steps start; hosts take turns in it.
  turn integer not null,
  host varchar(64) not null,
  state varchar(16) not null,
  limit_name varchar(64),
  -- The step as it was approved, as JSON.
  step text not null,
  primary key (run_id, step_id)
);
create index xsm_step_state on xsm_step (state);

create table xsm_step_wait (
  run_id varchar(40) not null,
  step_id varchar(200) not null,
  waits_for varchar(200) not null,
  primary key (run_id, step_id, waits_for)
);
create index xsm_step_wait_for on xsm_step_wait (run_id, waits_for);

create table xsm_approval (
  run_id varchar(40) not null references xsm_run (id),
  digest varchar(64) not null,
  person varchar(200) not null,
  at timestamp(3) with time zone not null,
  remark text not null,
  primary key (run_id, digest, person)
);

-- The VMs that we have undertaken: from before their create step acts until their retire step is done.
create table xsm_set (
  name varchar(64) primary key,
  owner varchar(320)
);
create table xsm_vm (
  set_name varchar(64) not null references xsm_set (name),
  name varchar(64) not null,
  place integer not null,
  vm text not null,
  primary key (set_name, name)
);

-- What each known host answered when it was last asked.
create table xsm_host (
  address varchar(64) primary key,
  found text not null,
  at timestamp(3) with time zone not null
);

-- Files that were refused, with their problems, for the pages.
create table xsm_refusal (
  id varchar(40) primary key,
  claim varchar(200) not null unique,
  file_name varchar(255) not null,
  submitted_by varchar(200) not null,
  at timestamp(3) with time zone not null,
  problems text not null
);
create index xsm_refusal_at on xsm_refusal (at);
