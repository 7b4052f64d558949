# Creates a VM unless it is there. One at a time on a host: xl itself lets two creates of one name
# at the same moment both succeed, and asks nobody about a UUID that is already there.
# $1 UUID; $2 name; $3 guest config; $4 the host's lock; $5 seconds to wait for the lock
uuid=$1
name=$2
config=$3
# There from before a domain is made until it is complete.
half=${config%.cfg}.half
exec 9>>"$4"
flock -w "$5" 9 || verdict busy

[ -f "$config" ] || verdict no-config
grep -qi -e "$uuid" "$config" || verdict foreign-config

# xl holds file 7 for as long as it creates the domain or watches over it. So if somebody holds it
# now, an xl that was cut off from its operation is about to make the domain, or the guest is just
# rebooting.
exec 7>>"${config%.cfg}.lock"

look() {
  list || verdict blind
  there=$(with_uuid "$uuid")
}

# Goes on only when all that is there is paused, bears the VM's name or none yet, and has never run:
# what a create makes before it starts the guest. What an administrator has paused did run.
only_unborn() {
  found=
  for domid in $there; do
    row "$domid" || continue
    case $state in ??p*) ;; *) rm -f "$half"; verdict already $there ;; esac
    case $used in 0 | 0.0) ;; *) verdict paused "$used" $there ;; esac
    case $(name_of "$domid") in
      "$name" | '(null)' | '') ;;
      *) verdict paused "$used" $there ;;
    esac
    found="$found $domid:$memory"
  done
}

# Ends what a create of ours has left when it was cut off, as soon as it is certain that nobody
# builds at it any more. Nothing is lost with it, and its devices may be missing.
end_halves() {
  waited=0
  since=0
  before=
  until only_unborn; flock -n 7 && [ $((waited - since)) -ge "$settling" ]; do
    [ "$waited" -lt 20 ] || verdict building $there
    sleep 1
    waited=$((waited + 1))
    look
    [ -n "$there" ] || return 0
    [ "$found" = "$before" ] || since=$waited
    before=$found
  done
  [ -e "$half" ] || verdict paused "$used" $there
  ended=$there
  for domid in $ended; do
    drive destroy "$domid" >&2
  done
  waited=0
  until look; [ -z "$there" ]; do
    [ "$waited" -lt 20 ] || verdict stuck $there
    sleep 1
    waited=$((waited + 1))
  done
}

ended=
look
[ -z "$there" ] || end_halves
if ! flock -n 7; then
  flock -w 10 7
  look
  [ -z "$there" ] || end_halves
fi

taken=$(with_name "$name" "$uuid")
[ -z "$taken" ] || verdict name-taken $taken

echo "$uuid" >"$half"
drive create "$config" >&2
code=$?
exec 7>&-
look
if [ "$code" -eq 0 ] || [ -z "$there" ]; then
  rm -f "$half"
fi
if [ "$code" -ne 0 ]; then
  verdict failed "$code" $there
elif [ -z "$there" ]; then
  verdict vanished
elif [ -n "$ended" ]; then
  verdict replaced "$there" $ended
fi
verdict created $there
