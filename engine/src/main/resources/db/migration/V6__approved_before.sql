-- What was approved of the run last; whatever a later plan has beyond it is asked about.
alter table xsm_run add column approved_plan text;
