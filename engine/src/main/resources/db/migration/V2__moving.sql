-- The guest config that was written last for each VM, exactly; null where it is not known. Changes are compared with it.
alter table xsm_vm add guest_config text;

-- The host that a VM is being moved to: until that is done it may be on either.
alter table xsm_vm add moving_to varchar(64);
