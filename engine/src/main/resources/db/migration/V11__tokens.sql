-- Tokens by which programs act for people. The token itself is stored nowhere.
create table xsm_token (
  id varchar(40) primary key,
  owner varchar(200) not null,
  -- Which account of that name: one that is made anew has another, and no tokens of its predecessor.
  account varchar(40) not null,
  name varchar(60) not null,
  extent varchar(16) not null,
  beginning varchar(12) not null,
  hash varchar(64) not null,
  made_at timestamp(3) with time zone not null,
  ends_at timestamp(3) with time zone not null,
  last_used_at timestamp(3) with time zone
);
create index xsm_token_beginning on xsm_token (beginning);
create index xsm_token_owner on xsm_token (owner);
