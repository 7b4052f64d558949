# `create`: reads the config, makes the domain, lets its time pass, starts it. Nothing is locked meanwhile, as with the
# real one: of two who create the same name at the same moment both succeed.

. "$library/end.sh"

main_create() {
  config= quiet= paused=0 extra= keep=
  case ${1-} in
    '' | -* | *=*) ;;
    *) config=$1; shift ;;
  esac
  while getopts :AFVcdef:inpqh-: option; do
    case $option${OPTARG-} in
      f*) config=$OPTARG ;;
      n | -dryrun) dry_run=yes ;;
      p) paused=1 ;;
      q | -quiet) quiet=yes ;;
      -defconfig=*) config=${OPTARG#*=} ;;
      h | -help) usage; exit 0 ;;
      A | F | V | c | d | e | i | -vncviewer | -vncviewer-autopass | -ignore-global-affinity-masks) ;;
      *) bad_option ;;
    esac
  done
  shift $((OPTIND - 1))
  read_words "$@"
  read_config
  make_domain
}

# What follows the options: the config's name, and settings that win over it.
read_words() {
  for word; do
    case $word in
      *=*) extra="$extra$word
" ;;
      *) if [ -n "$config" ]; then usage; exit 2; fi; config=$word ;;
    esac
  done
}

read_config() {
  if [ -z "$config" ]; then
    say 'Config file not specified and none in save file'
    exit 6
  fi
  if ! [ -r "$config" ] || [ -d "$config" ]; then
    why='No such file or directory'
    [ -e "$config" ] && why='Permission denied'
    [ -d "$config" ] && why='Is a directory'
    say "Failed to read config file: $config: $why"
    exit 3
  fi
  [ -n "$quiet" ] || say "Parsing config from $config"
  if [ -n "$dry_run" ]; then
    understood dry
    exit
  fi
  guest=$(understood live) || exit
  eval "$guest"
}

# understood dry|live: what the config means, on stdout; or complaints, and how xl exits.
understood() {
  random=$(od -An -N32 -tx1 /dev/urandom)
  {
    cat -- "$config"
    [ -z "$extra" ] || printf '\n%s\n' "$extra"
    printf '\001\n'
  } | MODE=$1 SOURCE=$config SEED=$random awk -f "$library/config.awk" -f "$library/guest.awk" -f "$library/json.awk"
}

make_domain() {
  name=${guest_name%%[[:cntrl:]]*} uuid=$guest_uuid
  time_of create 0.4
  span=$millis
  read_settings
  holder=
  new_name=$name
  each_domain note_name
  claim_domid
  [ -z "$holder" ] || name_taken
  set_up
  nap $((span / 8))
  put name "$name" || vanished
  nap $((span / 2 - span / 8))
  die_if_told
  look_for_files
  take_memory
  nap $((span - span / 2))
  look_for_bridges
  start_running
}

note_name() { field name && [ "$field" = "$new_name" ] && holder=$domid; }

name_taken() {
  say "libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain $domid:Domain with name \"$name\" already exists."
  say "libxl: error: libxl_create.c:1296:initiate_domain_create: Domain $domid:cannot make domain: -6"
  undo
}

# The domain is there, paused, without a name and without memory.
set_up() {
  domain=$host/xen/new.$$
  rm -rf "$domain"
  mkdir "$domain" || exit 3
  put_all uuid "$uuid" memory 0 target "$guest_memory" maxmem "$guest_maxmem" ceiling "$guest_maxmem" vcpus 0 \
    maxvcpus "$guest_maxvcpus" pauses 1 started 0 actions "$guest_actions" type "$guest_type"
  mv "$domain" "$domains/$domid" || exit 3
  domain=$domains/$domid
  effect create-begin begin
}

put_all() {
  while [ $# -gt 0 ]; do
    printf '%s\n' "$2" >"$domain/$1"
    shift 2
  done
}

look_for_files() {
  [ -e "$host/faults/missing" ] || return 0
  is_missing "$guest_kernel" && no_such_file "$guest_kernel" 646 libxl__build_pv xc_dom_kernel_file
  is_missing "$guest_ramdisk" && no_such_file "$guest_ramdisk" 659 libxl__build_pv xc_dom_ramdisk_file
  return 0
}

# Whether faults/missing names it; everything else that a config names is taken as there.
is_missing() {
  [ -n "$1" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    [ "$line" = "$1" ] && return
  done <"$host/faults/missing"
  return 1
}

no_such_file() {
  say "xc: error: panic: xg_dom_core.c:205: failed to open file '$1': No such file or directory: Internal error"
  say "libxl: error: libxl_dom.c:$2:$3: $4 failed: No such file or directory"
  not_built
}

not_built() {
  say "libxl: error: libxl_create.c:1640:domcreate_rebuild_done: Domain $domid:cannot (re-)build domain: -3"
  undo
}

# The memory is taken first and counted then, so that two who take the last of it at the same moment cannot both have it.
take_memory() {
  put memory "$guest_memory" || vanished
  put vcpus 1
  mine=$domain mine_id=$domid
  count_free
  domain=$mine domid=$mine_id
  [ "$free" -ge 0 ] && return
  say "xc: error: panic: xg_dom_boot.c:119: xc_dom_boot_mem_init: can't allocate low memory for domain: Out of memory"
  say "libxl: error: libxl_dom.c:586:libxl__build_dom: xc_dom_boot_mem_init failed: Cannot allocate memory"
  not_built
}

look_for_bridges() {
  [ -e "$host/faults/missing" ] || return 0
  while IFS= read -r bridge; do
    if is_missing "$bridge"; then no_such_bridge "$bridge"; fi
  done <<END
$guest_bridges
END
}

no_such_bridge() {
  script_failed online "$1"
  say "libxl: error: libxl_create.c:1921:domcreate_attach_devices: Domain $domid:unable to add vif devices"
  script_failed offline "$1"
  undo
}

script_failed() {
  say "libxl: error: libxl_exec.c:117:libxl_report_child_exitstatus: /etc/xen/scripts/vif-bridge $1 [$$] exited with error status 1"
  say "libxl: error: libxl_device.c:1337:device_hotplug_child_death_cb: script: Could not find bridge device $2"
}

start_running() {
  clock
  put available "$guest_vcpus"
  put vcpus "$guest_vcpus"
  [ "$guest_vcpus" -le 1 ] || boot
  put started "$now"
  printf '%s' "$guest_long" 2>/dev/null >"$domain/.long.$$" && mv -f "$domain/.long.$$" "$domain/long" 2>/dev/null
  put pauses "$paused" || vanished
  [ -e "$host/faults/create.lose" ] && hits create.lose && remove_domain
  succeeded
}

# A Linux kernel begins with one VCPU, and takes the others when it is up.
boot() {
  time_of boot 0
  [ "$millis" -gt 0 ] || return 0
  put following "$((now + millis))"
  put vcpus 1
}

# Somebody destroyed it meanwhile.
vanished() {
  say "libxl: error: libxl_create.c:1640:domcreate_rebuild_done: Domain $domid:cannot (re-)build domain: -3"
  undo
}

undo() {
  domain=$domains/$domid
  [ -d "$domain" ] && remove_domain
  effect create 'exit 3'
  say "libxl: error: libxl_domain.c:1183:libxl__destroy_domid: Domain $domid:Non-existant domain"
  could_not_destroy
  exit 3
}
