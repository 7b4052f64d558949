# Verbs that end a domain: shutdown, reboot, destroy; and what happens when a stopped one is cleaned up.

main_shutdown() { ask_to_stop 0 'Shutting down' "$@"; }
main_reboot() { ask_to_stop 1 Rebooting "$@"; }

# ask_to_stop REASON WORDS [OPTIONS] -a|DOMAIN
ask_to_stop() {
  asked=$1 doing=$2
  shift 2
  waits=0 everyone=
  while getopts :awFh-: option; do
    case $option${OPTARG-} in
      a | -all) everyone=yes ;;
      w | -wait) waits=$((waits + 1)) ;;
      F) ;;
      h | -help) usage; exit 0 ;;
      *) bad_option ;;
    esac
  done
  shift $((OPTIND - 1))
  if [ $# = 0 ] && [ -z "$everyone" ]; then
    say 'You must specify -a or a domain id.'
    say
    exit 1
  fi
  targets=
  if [ -n "$everyone" ]; then each_domain note_target; else find_domain "$1" && targets=$domid; fi
  for domid in $targets; do ask_one; done
  [ "$waits" = 0 ] || wait_for_stops
}

note_target() { [ "$domid" = 0 ] || targets="$targets $domid"; }

ask_one() {
  domain=$domains/$domid
  field name
  name=$field
  field uuid
  uuid=$field
  say "$doing domain $domid"
  [ "$domid" = 0 ] && return
  die_if_told
  field pauses
  exists || nobody_to_ask
  if [ "$field" = 0 ] && ! [ -e "$domain/ending" ]; then
    acknowledge "$asked"
    succeeded
  else
    exists && put asked "$asked"
    time_of acknowledge 60
    nap "$millis"
    exists || nobody_to_ask
    effect "$verb" 'exit 1'
    say "libxl: error: libxl_domain.c:854:pvcontrol_cb: guest didn't acknowledge control request: -9"
    say "$verb failed (rc=-9)"
    exit 1
  fi
}

# The domain went while we were about to ask: nothing was done to anybody.
nobody_to_ask() {
  say "libxl: error: libxl_dom.c:54:libxl__domain_type: unable to get domain type for domid=$domid"
  say "$verb failed (rc=-3)"
  exit 1
}

# The guest has seen the request: it stops when its time for that has passed.
acknowledge() {
  know_now
  if [ "$1" = 1 ]; then time_of reboot 1; else time_of shutdown 1; fi
  put ending "$((now + millis)) $1"
}

wait_for_stops() {
  set -- $targets
  say "Waiting for $# domains"
  for domid; do
    domain=$domains/$domid
    until now= reason= && ! { exists && is_there; } || [ -n "$reason" ]; do nap 50; done
    say "Domain $domid has been shut down, reason code ${reason:-0}"
    [ "$waits" = 1 ] && continue
    say "Domain $domid continue waiting for death"
    while now= && exists && is_there; do nap 50; done
    say "Domain $domid has been destroyed"
  done
}

main_destroy() {
  force=
  while getopts :fh-: option; do
    case $option${OPTARG-} in
      f) force=yes ;;
      h | -help) usage; exit 0 ;;
      *) bad_option ;;
    esac
  done
  shift $((OPTIND - 1))
  need 1 "$@"
  find_domain "$1"
  if [ "$domid" = 0 ] && [ -z "$force" ]; then
    say 'Not destroying domain 0; use -f to force.'
    say 'This can only be done when using a disaggregated hardware domain and toolstack.'
    say
    exit 1
  fi
  exists || cannot_destroy 'libxl_domain.c:1183:libxl__destroy_domid' 'Non-existant domain' -21
  pass_time
  remove_domain || cannot_destroy 'libxl_domain.c:1616:domain_destroy_domid_cb' 'xc_domain_destroy failed: No such process' -3
  succeeded
}

cannot_destroy() {
  effect destroy 'exit 1'
  say "libxl: error: $1: Domain $domid:$2"
  could_not_destroy
  say "destroy failed (rc=$3)"
  exit 1
}

# The two lines that end each failed destruction, also of what a failed create leaves.
could_not_destroy() {
  say "libxl: error: libxl_domain.c:1137:domain_destroy_callback: Domain $domid:Unable to destroy guest"
  say "libxl: error: libxl_domain.c:1064:domain_destroy_cb: Domain $domid:Destruction of domain failed"
}

# Takes the domain out of the host in one step; of two who try, one succeeds.
remove_domain() {
  mv "$domain" "$host/xen/gone.$domid.$$" 2>/dev/null && rm -rf "$host/xen/gone.$domid.$$"
}

# A stopped domain is cleaned up: it goes, or starts again under a new domid. Whoever gets hold of `ending` does it.
finish() {
  mv "$domain/ending" "$domain/.ending.$$" 2>/dev/null || return 0
  our_name=${name-} our_uuid=${uuid-}
  field name
  name=$field
  field uuid
  uuid=$field
  case $action in
    restart | rename_restart | coredump_restart | soft_reset) restart ;;
    *) remove_domain && effect ended "$reason" ;;
  esac
  name=$our_name uuid=$our_uuid
}

restart() {
  rm -f "$domain/.ending.$$" "$domain/asked"
  put started "$now"
  old=$domid
  claim_domid
  mv "$domain" "$domains/$domid" && effect restarted "$old -> $domid" && born="$born $domid"
  domid=$old
}

# Leaves the next domain id in $domid. None is given twice.
claim_domid() {
  domid=1
  read -r domid 2>/dev/null <"$host/xen/next-domid"
  set -C
  until command : 2>/dev/null >"$host/xen/domids/$domid"; do domid=$((domid + 1)); done
  set +C
  printf '%s\n' $((domid + 1)) >"$host/xen/.next-domid.$$" && mv -f "$host/xen/.next-domid.$$" "$host/xen/next-domid"
}
