-- Seals each entry and all before it; the journals of before have none.
alter table xsm_journal add column hash varchar(64) default '' not null;
