-- What is large stands apart from the row of its run, which is locked and written again with each entry of the journal.
create table xsm_run_part (
  run_id varchar(40) not null references xsm_run (id),
  name varchar(16) not null,
  body text not null,
  primary key (run_id, name)
);

insert into xsm_run_part (run_id, name, body) select id, 'content', content from xsm_run;
insert into xsm_run_part (run_id, name, body)
  select id, 'observation', observation from xsm_run where observation is not null;
insert into xsm_run_part (run_id, name, body) select id, 'plan', plan from xsm_run where plan is not null;
insert into xsm_run_part (run_id, name, body)
  select id, 'approved-plan', approved_plan from xsm_run where approved_plan is not null;

alter table xsm_run drop column content;
alter table xsm_run drop column observation;
alter table xsm_run drop column plan;
alter table xsm_run drop column approved_plan;
