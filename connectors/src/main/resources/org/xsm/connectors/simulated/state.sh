# The host's state, faults and times: what every verb of the stand-in needs.
#
# xen/settings                 total, dom0, xen (MiB), cpus, name of the host
# xen/domains/ID/              one folder a domain; one file, one line a field:
#   name uuid                  no name: not named yet, listed as (null)
#   memory target maxmem       KiB: what it has, what it should have, the most that it may be set to
#   ceiling                    KiB: the most that its guest can use, fixed when it was made
#   vcpus available maxvcpus   online, offered, the most
#   pauses                     how often it is paused
#   started                    when it began to run, ms since 1970
#   actions                    on_poweroff on_reboot on_crash
#   ending                     "WHEN REASON": stopped at that moment, 0 poweroff, 1 reboot, 3 crash
#   following                  "WHEN": the guest does then what it was told about its memory and VCPUs
#   suspended                  it is being sent to another host
#   receiving                  PROCESS that sends it here
#   asked                      REASON: the request that a paused guest has not seen yet
#   long                       its config, for `list -l`; missing while it is being made
# xen/domids/ID                domain ids that were ever given
# effects.log                  ms, verb, name, uuid, result; TAB between them; one line for each act

say() { printf '%s\n' "$*" >&2; }

usage() {
  while IFS= read -r line; do printf '%s\n' "$line"; done <"$library/usage.txt"
}

# What the real one's getopt says; a long option has no letter, so it prints a NUL.
bad_option() {
  if [ "$option" = - ]; then printf 'option `\0'\'' not supported.\n' >&2; else say "option \`$OPTARG' not supported."; fi
  exit 2
}

# need COUNT "$@": refuses when there are fewer words.
need() {
  wanted=$1
  shift
  [ $# -ge "$wanted" ] && return
  plural=s
  [ "$wanted" = 1 ] && plural=
  say "'xl $verb' requires at least $wanted argument$plural."
  say
  exit 2
}

# --- time ---

# Leaves the milliseconds since 1970 in $now; asks once a call.
clock() {
  now=$(date +%s%3N)
  case $now in *[!0-9]*) now=$(date +%s)000 ;; esac
}
know_now() { [ -n "$now" ] || clock; }
now=

# time_of NAME OTHERWISE: leaves what times/NAME says (seconds, such as 0.4) in $millis.
time_of() {
  seconds=$2
  [ -e "$host/times/$1" ] && read -r seconds <"$host/times/$1"
  case $seconds in '' | *[!0-9.]* | *.*.* | .) seconds=0 ;; esac
  whole=${seconds%%.*}
  part=000
  case $seconds in *.*) part=${seconds#*.}000 ;; esac
  part=${part%"${part#???}"}
  millis=$((${whole:-0} * 1000 + 1$part - 1000))
}

nap() {
  [ "$1" -gt 0 ] || return 0
  rest=$(($1 % 1000 + 1000))
  sleep "$(($1 / 1000)).${rest#1}"
}

# Lets the verb's own time pass; dies in the middle when told to.
pass_time() {
  time_of "$verb" 0
  nap $((millis / 2))
  die_if_told
  nap $((millis - millis / 2))
}

# --- faults ---

# faults/VERB: "exit N", "times N", and lines for stderr. faults/VERB.die, faults/VERB.hang: may say "times N", "after",
# and of a migration "at suspended" or "at started". faults/VERB.before, faults/VERB.after: programs that are run before
# the verb does anything, and when it has done it; each gets the domain's name, as far as it is known.
read_faults() {
  run_program before
  dying=
  hanging=
  [ -e "$host/faults/$verb.hang" ] && hits "$verb.hang" && hanging=$moment
  [ -e "$host/faults/$verb.die" ] && hits "$verb.die" && dying=$moment
  [ -e "$host/faults/$verb" ] && hits "$verb" && fail_as_told
  [ "$hanging" = before ] && hang
  return 0
}

run_program() {
  if [ -x "$host/faults/$verb.$1" ]; then "$host/faults/$verb.$1" "${name-}"; fi
}

# Whether the fault is to happen now: with "times N" only the first N calls hit it.
hits() {
  fault=$host/faults/$1
  status=1
  limit=
  moment=before
  while read -r word count _; do
    case $word in
      exit) status=$count ;;
      times) limit=$count ;;
      after) moment=after ;;
      at) moment=$count ;;
    esac
  done <"$fault"
  case $status in '' | *[!0-9]*) status=1 ;; esac
  case $limit in '' | *[!0-9]*) return 0 ;; esac
  hit=0
  set -C
  while [ $((hit += 1)) -le "$limit" ]; do
    command : 2>/dev/null >"$host/faults/.$1.$hit" && break
  done
  set +C
  [ "$hit" -le "$limit" ]
}

fail_as_told() {
  while IFS= read -r line; do
    case $line in 'exit '* | 'times '*) ;; *) say "$line" ;; esac
  done <"$fault"
  exit "$status"
}

# Ends, without having acted, when the fault is taken away.
hang() {
  while [ -e "$host/faults/$verb.hang" ]; do sleep 0.2; done
  exit 143
}

die() { kill -9 $$; }
die_if_told() {
  if [ "$dying" = before ]; then die; fi
}

# --- fields ---

# field NAME: leaves the domain's field in $field.
field() {
  field=
  IFS= read -r field 2>/dev/null <"$domain/$1"
}

# put NAME VALUE: writes a field in one step. Fails when the domain is gone.
put() {
  printf '%s\n' "$2" 2>/dev/null >"$domain/.$1.$$" && mv -f "$domain/.$1.$$" "$domain/$1" 2>/dev/null
}

# effect VERB RESULT: one line in effects.log about $name, $uuid.
effect() {
  clock
  printf '%s\t%s\t%s\t%s\t%s\n' "$now" "$1" "$name" "$uuid" "$2" >>"$host/effects.log"
}

# Tells of the act, and then dies or hangs instead of answering, when told to.
succeeded() {
  effect "$verb" ok
  run_program after
  if [ "$dying" = after ]; then die; fi
  if [ "$hanging" = after ]; then hang; fi
}

read_settings() {
  total=16384 dom0=1024 xen=13 cpus=8 host_name=xen
  while IFS='=' read -r key setting; do
    case $key in
      total) total=$setting ;;
      dom0) dom0=$setting ;;
      xen) xen=$setting ;;
      cpus) cpus=$setting ;;
      name) host_name=$setting ;;
    esac
  done 2>/dev/null <"$host/xen/settings"
}

# --- domains ---

# each_domain ACT: calls ACT for each, lowest domid first, with $domain, $domid and $reason (of one that has stopped).
each_domain() {
  for domain in "$domains"/[0-9] "$domains"/[0-9][0-9] "$domains"/[0-9][0-9][0-9] \
    "$domains"/[0-9][0-9][0-9][0-9] "$domains"/[0-9][0-9][0-9][0-9][0-9]; do
    [ -d "$domain" ] || continue
    domid=${domain##*/}
    is_there && "$1"
  done
  for domid in $born; do
    domain=$domains/$domid
    "$1"
  done
  born=
}
born=

# Carries out what was due for $domain, and says whether it is still there.
is_there() {
  reason=
  [ -e "$domain/following" ] && follow_if_due
  if [ -e "$domain/suspended" ]; then reason=2; fi
  [ -e "$domain/ending" ] || return 0
  read -r due due_reason 2>/dev/null <"$domain/ending" || return 0
  know_now
  [ "$now" -ge "$due" ] || return 0
  reason=$due_reason
  read -r on_poweroff on_reboot on_crash 2>/dev/null <"$domain/actions"
  case $reason in 1) action=$on_reboot ;; 3) action=$on_crash ;; *) action=$on_poweroff ;; esac
  [ "$action" = preserve ] && return 0
  time_of cleanup 0.3
  [ "$now" -ge $((due + millis)) ] || return 0
  . "$library/end.sh"
  finish
  return 1
}

# The guest does what it was told, once, when its time for that has passed.
follow_if_due() {
  IFS= read -r due 2>/dev/null <"$domain/following" || return 0
  know_now
  [ "$now" -ge "$due" ] || return 0
  mv "$domain/following" "$domain/.following.$$" 2>/dev/null || return 0
  . "$library/change.sh"
  others=$born born=
  follow
  born=$others reason=
}

# find_domain NAME|ID: leaves $domain, $domid, $name, $uuid; or ends as the real one does.
find_domain() {
  wanted=$1
  found=
  case $wanted in
    *[!0-9]* | '') each_domain remember_if_named ;;
    *) found=$wanted ;;
  esac
  if [ -z "$found" ]; then
    say "$wanted is an invalid domain identifier (rc=-6)"
    exit 1
  fi
  domid=$found
  domain=$domains/$domid
  reason=
  [ -d "$domain" ] && is_there || domain=$domains/gone
  field name
  name=$field
  field uuid
  uuid=$field
}

remember_if_named() {
  [ -z "$found" ] && field name && [ "$field" = "$wanted" ] && found=$domid
}

exists() { [ -d "$domain" ]; }

# Leaves the memory that no domain has, in MiB, in $free; each two domains cost 1 MiB of Xen's own. Less than 0: too much
# was taken.
count_free() {
  taken=0
  guests=0
  each_domain add_memory
  free=$((total - xen - (taken + 1023) / 1024 - guests / 2))
}

add_memory() {
  field memory
  taken=$((taken + ${field:-0}))
  [ "$domid" = 0 ] || guests=$((guests + 1))
}
