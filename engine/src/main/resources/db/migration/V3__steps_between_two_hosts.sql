-- The host that a VM leaves, for a step that moves it.
alter table xsm_step add column from_host varchar(64);
