-- The image that a step puts on a machine, and the session in which it comes; none: by unicast.
alter table xsm_step add column image varchar(64);
alter table xsm_step add column image_session varchar(200);
