# `migrate`: sends a domain to another simulated host, whose folder lies beside this one's. xend gives the halves other
# names: migrating-NAME here, and NAME at once there.
# The other host's half is taken away when this process ends early, as the real receiver does when its connection closes;
# see watch().

. "$library/end.sh"

main_migrate() {
  port=22
  while getopts :s:C:epDh-: option; do
    case $option${OPTARG-} in
      s*' -p '*) port=${OPTARG##* -p } port=${port%% *} ;;
      s* | C* | e | p | D | -live | -debug | -preserve-domid) ;;
      h | -help) usage; exit 0 ;;
      *) bad_option ;;
    esac
  done
  shift $((OPTIND - 1))
  need 2 "$@"
  find_domain "$1"
  if ! exists; then
    say "Error: Domain '$1' does not exist."
    exit 1
  fi
  here=$host here_domain=$domain here_id=$domid
  there=$host/../${2##*@}
  connect "${2##*@}"
  half_name=$name--incoming
  if [ "${XSM_SIMULATED_TOOL-}" = xm ]; then
    half_name=$name
    put name "migrating-$name"
  fi
  send
}

here() { host=$here domains=$here/xen/domains domain=$here_domain domid=$here_id; }
there() { host=$there domains=$there/xen/domains domain=$there_domain domid=$there_id; }
there_domain=
there_id=

# --- the connection --------------------------------------------------------------------------------------------

connect() {
  case $1 in
    '' | */*) not_connected "Could not resolve hostname $1: Name or service not known" ;;
  esac
  if ! [ -d "$there/xen/domains" ]; then
    case $1 in
      *[!0-9.]*) not_connected "Could not resolve hostname $1: Temporary failure in name resolution" ;;
      *) not_connected "connect to host $1 port $port: No route to host" ;;
    esac
  fi
  # xl and xm do not speak with each other.
  if [ -e "$there/faults/refuse" ] || [ "$port" != 22 ] || [ "$(tool_of "$there")" != "$(tool_of "$here")" ]; then
    not_connected "connect to host $1 port $port: Connection refused"
  fi
  [ ! -e "$there/faults/cut" ] || not_connected "connect to host $1 port $port: No route to host"
  wait_while_silent
  carry
  there
  verb=migrate-receive
  read_faults
  verb=migrate
  receiver_dies=$dying
  here
  read_faults
}

tool_of() {
  case $(cat "$1/xen/settings") in *toolstack=xm*) echo xm ;; *) echo xl ;; esac
}

wait_while_silent() { while [ -e "$there/faults/hang" ] || [ -e "$there/faults/cut" ]; do sleep 0.2; done; }

# The ssh in between. It keeps the files that it was given, and on a dead line it outlives xl.
carry() {
  sh -c 'while kill -0 "$1" || [ -e "$2/faults/cut" ]; do sleep 0.1; done' ssh $$ "$there" </dev/null >/dev/null 2>&1 &
}

not_connected() {
  printf 'ssh: %s\r\n' "$1" >&2
  say 'libxl: error: libxl_utils.c:505:libxl_read_exactly: file/stream truncated reading banner from migration receiver stream'
  transport_ended 255
  given_up
}

transport_ended() {
  say "libxl: info: libxl_exec.c:117:libxl_report_child_exitstatus: migration transport process [$$] exited with error status $1"
}

given_up() {
  here
  [ "${XSM_SIMULATED_TOOL-}" = xm ] && put name "$name"
  effect migrate 'exit 1'
  exit 1
}

# --- the transfer ----------------------------------------------------------------------------------------------

send() {
  field memory
  size=$field
  time_of migrate 10
  pause=$((millis * (size / 1024) / 1024 / 20))
  say 'migration target: Ready to receive domain.'
  say 'Saving to migration stream new xl format (info 0x3/0x0/1017)'
  say 'Loading new save file <incoming migration stream> (new xl fmt info 0x3/0x0/1017)'
  say ' Savefile contains xl domain config in JSON format'
  say 'Parsing config from <saved>'
  make_half
  say "xc: info: Saving domain $here_id, type x86 PV"
  say 'xc: info: Found x86 PV domain from Xen 4.17'
  say 'xc: info: Restoring domain'
  portion=0
  while [ $((portion += 1)) -le 20 ]; do
    nap "$pause"
    send_portion
  done
  if [ "$(paused_here)" != 0 ]; then cannot_suspend 34; fi
  hand_over
}

# The half there: paused, named --incoming, without memory yet.
make_half() {
  there
  claim_domid
  there_id=$domid
  holder=
  new_name=$half_name
  each_domain note_holder
  domid=$there_id
  if [ -n "$holder" ]; then
    say "libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain $domid:Domain with name \"$new_name\" already exists."
    say "libxl: error: libxl_create.c:1296:initiate_domain_create: Domain $domid:cannot make domain: -6"
    say "xc: info: Saving domain $here_id, type x86 PV"
    receiver_gave_up
    not_resumed 1
  fi
  there_domain=$domains/$there_id
  half=$there/xen/new.$$
  rm -rf "$half"
  cp -R "$here_domain" "$half" || exit 1
  rm -f "$half"/.[a-z]* "$half/following" "$half/ending" "$half/asked" "$half/suspended"
  for line in "name $half_name" 'memory 0' 'vcpus 0' 'pauses 1' 'started 0' "receiving $$"; do
    printf '%s\n' "${line#* }" >"$half/${line%% *}"
  done
  mv "$half" "$there_domain" || exit 1
  watch
  here
}

note_holder() { [ "$domain" != "$there_domain" ] && field name && [ "$field" = "$new_name" ] && holder=$domain; }

# The receiver: takes the half away when the sender has ended before it was handed over, as soon as the other side hears
# of it. It is no child of the sender's.
watch() {
  restored=
  [ "$half_name" = "$name" ] && restored=$here_domain/name
  (
    sh -c '
      while kill -0 "$1" || [ -e "$2/faults/cut" ]; do sleep 0.1; done
      [ -e "$3/receiving" ] || exit
      [ -z "$4" ] || printf "%s\\n" "$5" >"$4"
      mv "$3" "$2/xen/gone.$1" && rm -rf "$2/xen/gone.$1"
    ' receiver $$ "$there" "$there_domain" "$restored" "$name" 7>&- 8>&- 9>&- </dev/null >/dev/null 2>&1 &
  )
}

send_portion() {
  if [ "$portion" = 10 ]; then
    die_if_told
    [ -z "$receiver_dies" ] || receiver_died
  fi
  if [ -e "$there/faults/refuse" ]; then connection_lost; fi
  wait_while_silent
  if ! [ -d "$here_domain" ] || [ -e "$here_domain/ending" ]; then cannot_suspend 0; fi
  there
  put memory $((size * portion / 20)) || connection_lost
  read_settings
  count_free
  there
  [ "$free" -ge 0 ] || no_room
  here
}

paused_here() {
  here
  field pauses
  echo "${field:-0}"
}

# The other side has undone what it had; the guest here never stopped.
not_resumed() {
  here
  say "libxl: error: libxl_exec.c:127:libxl_report_child_exitstatus: domain $domid save/restore helper [$$] died due to fatal signal Broken pipe"
  say 'migration sender: libxl_domain_suspend failed (rc=-3)'
  transport_ended "$1"
  say 'Migration failed, resuming at sender.'
  say "xc: error: Dom $domid not suspended: (shutdown 0, reason 255): Internal error"
  say "libxl: error: libxl_dom_suspend.c:666:domain_resume_done: Domain $domid:xc_domain_resume failed: Invalid argument"
  given_up
}

no_room() {
  say 'xc: error: Failed to populate physmap (16 = Device or resource busy): Internal error'
  say 'xc: error: Failed to populate pfns for batch of 1024 pages: Internal error'
  say 'xc: error: Restore failed (16 = Device or resource busy): Internal error'
  say 'libxl: error: libxl_stream_read.c:850:libxl__xc_domain_restore_done: restoring domain: Device or resource busy'
  say "libxl: error: libxl_create.c:1640:domcreate_rebuild_done: Domain $there_id:cannot (re-)build domain: -3"
  receiver_gave_up
  not_resumed 1
}

receiver_gave_up() {
  there
  [ -z "$there_domain" ] || remove_domain
  [ -z "${truncated-}" ] || return 0
  say "libxl: error: libxl_domain.c:1183:libxl__destroy_domid: Domain $there_id:Non-existant domain"
  could_not_destroy
  say 'migration target: Domain creation failed (code -3).'
  say "libxl: error: libxl_utils.c:505:libxl_read_exactly: file/stream truncated reading ipc msg header from domain $here_id save/restore helper stdout pipe"
}

# Killed, so that nobody takes its half away.
receiver_died() {
  rm -f "$there_domain/receiving"
  not_resumed 255
}

connection_lost() {
  say 'Connection reset by peer'
  truncated=yes
  receiver_gave_up
  not_resumed 255
}

# The guest here does not let itself be suspended: it was ended meanwhile, or is paused.
cannot_suspend() {
  here
  if [ "$1" = 0 ]; then
    say "libxl: error: libxl_dom_suspend.c:269:domain_suspend_common_pvcontrol_suspending: Domain $domid:guest didn't acknowledge suspend, cancelling request"
    say 'xc: error: Domain has not been suspended: shutdown 0, reason 255: Internal error'
    say 'xc: error: Save failed (0 = Success): Internal error'
    say "libxl: error: libxl_stream_write.c:347:libxl__xc_domain_save_done: Domain $domid:saving domain: domain did not respond to suspend request: Success"
  else
    say 'xc: error: Bad mfn for L1[380]: Internal error'
    say 'xc: error: mfn 0x221d7, max 0x3ffdd: Internal error'
    say 'xc: error:   m2p[0x221d7] = 0xffffffffffffffff, max_pfn 0x7fff: Internal error'
    say 'xc: error: Save failed (34 = Numerical result out of range): Internal error'
    say "libxl: error: libxl_stream_write.c:347:libxl__xc_domain_save_done: Domain $domid:saving domain: domain did not respond to suspend request: Numerical result out of range"
  fi
  say 'migration sender: libxl_domain_suspend failed (rc=-8)'
  say 'xc: error: Failed to read Record Header from stream (0 = Success): Internal error'
  say 'xc: error: Restore failed (0 = Success): Internal error'
  say 'libxl: error: libxl_stream_read.c:850:libxl__xc_domain_restore_done: restoring domain: Success'
  there
  remove_domain
  say "libxl: error: libxl_create.c:1640:domcreate_rebuild_done: Domain $there_id:cannot (re-)build domain: -3"
  say "libxl: error: libxl_domain.c:1183:libxl__destroy_domid: Domain $there_id:Non-existant domain"
  could_not_destroy
  say 'migration target: Domain creation failed (code -3).'
  transport_ended 1
  say 'Migration failed, failed to suspend at sender.'
  given_up
}

# --- the end: the guest stops here and goes on there -----------------------------------------------------------

hand_over() {
  time_of handover 0.2
  put suspended 2
  say 'xc: info: Restore successful'
  say 'xc: info: XenStore: mfn 0x236d2, dom 0, evt 1'
  say 'xc: info: Console: mfn 0x236d1, dom 0, evt 2'
  if [ "$dying" = suspended ]; then rm -f "$there_domain/receiving"; die; fi
  nap $((millis / 2))
  look_for_bridges_there
  say 'migration target: Transfer complete, requesting permission to start domain.'
  say 'migration sender: Target has acknowledged transfer.'
  say 'migration sender: Giving target permission to start.'
  say 'migration target: Got permission, starting domain.'
  take_name
  start_there
  if [ "$dying" = started ]; then die; fi
  nap $((millis - millis / 2))
  leave_here
  succeeded
  say 'migration target: Domain started successsfully.'
  say 'migration sender: Target reports successful startup.'
  say 'Migration successful.'
}

resume_here() {
  here
  rm -f "$domain/suspended"
}

look_for_bridges_there() {
  [ -e "$there/faults/missing" ] || return 0
  while IFS= read -r bridge || [ -n "$bridge" ]; do
    case $(cat "$here_domain/long") in *"\"bridge\": \"$bridge\""*) no_such_bridge "$bridge" ;; esac
  done <"$there/faults/missing"
}

no_such_bridge() {
  say "libxl: error: libxl_exec.c:117:libxl_report_child_exitstatus: /etc/xen/scripts/vif-bridge online [$$] exited with error status 1"
  say "libxl: error: libxl_device.c:1337:device_hotplug_child_death_cb: script: Could not find bridge device $1"
  say "libxl: error: libxl_create.c:1921:domcreate_attach_devices: Domain $there_id:unable to add vif devices"
  say "libxl: error: libxl_exec.c:117:libxl_report_child_exitstatus: /etc/xen/scripts/vif-bridge offline [$$] exited with error status 1"
  say "libxl: error: libxl_device.c:1337:device_hotplug_child_death_cb: script: Could not find bridge device $1"
  there
  remove_domain
  say "libxl: error: libxl_domain.c:1183:libxl__destroy_domid: Domain $there_id:Non-existant domain"
  could_not_destroy
  say 'migration target: Domain creation failed (code -3).'
  say 'libxl: error: libxl_utils.c:505:libxl_read_exactly: file/stream truncated reading ready message from migration receiver stream'
  transport_ended 1
  resume_here
  say 'Migration failed, resuming at sender.'
  given_up
}

take_name() {
  there
  holder=
  new_name=$name
  each_domain note_holder
  there
  [ -n "$holder" ] || return 0
  # On this very host the name is still the guest's own.
  [ "$holder" -ef "$here_domain" ] 2>/dev/null && return 0
  say "libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain $there_id:Domain with name \"$name\" already exists."
  say 'migration sender: Target reports startup failure (status code 6).'
  say 'migration target: Failure, destroying our copy.'
  remove_domain
  say 'migration target: Cleanup OK, granting sender permission to resume.'
  say 'migration sender: Trying to resume at our end.'
  resume_here
  say 'migration sender: Resumed OK.'
  say 'Migration failed due to problems at target.'
  given_up
}

start_there() {
  there
  clock
  put name "$name"
  put started "$now"
  field available
  put vcpus "${field:-1}"
  put memory "$size"
  put pauses 0
  rm -f "$domain/receiving"
  effect migrate-receive ok
}

leave_here() {
  here
  put name "$name--migratedaway"
  put pauses 1
  nap 50
  remove_domain
}
