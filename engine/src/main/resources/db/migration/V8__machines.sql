-- Machines that we have deployed as hosts, or have begun to: image is what lies on the disk, once it does.
create table xsm_machine (
  set_name varchar(64) not null references xsm_set (name),
  name varchar(64) not null,
  machine text not null,
  image varchar(255),
  primary key (set_name, name)
);
