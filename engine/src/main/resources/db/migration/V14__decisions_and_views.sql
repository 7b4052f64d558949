-- What people have decided is asked for over all runs.
create index xsm_journal_kind on xsm_journal (kind, at);

-- Views of pages that people keep: what stands in the address after the question mark.
create table xsm_view (
  person varchar(200) not null,
  name varchar(60) not null,
  query varchar(400) not null,
  primary key (person, name)
);
