# Migrates a VM to another host. What came of it is judged by looking at both hosts.
# $1 UUID; $2 name; $3 the other host's address; $4 the command that stands for ssh, or nothing;
# $5 seconds that it may take; $6 the VM's lock for migrations
uuid=$1
name=$2
to=$3
carrier=$4
budget=$5
# A VM that was migrated here may have no guest config here, nor any other.
(umask 077 && mkdir -p "${6%/*}")
exec 9>>"$6"
# What was ended a moment ago may still be dying.
flock -w 5 9 || verdict busy

only_domain "$uuid"
row "$domid" || verdict gone
case $state in
  ??p*) verdict paused "$domid" ;;
  ???s* | ????c* | *d) verdict stopped "$domid" "$state" ;;
esac

# By name, so that people see what is going on; unless the name means somebody else as well.
what=$name
printf '%s\n' "$domains" | grep -qxF "$domid $uuid $name" || what=$domid
[ -z "$(with_name "$name" "$uuid")" ] || what=$domid

began=$(date +%s)
(send "$what" "$to" "$carrier" >&2) &
sender=$!

# What the tool has started: the ssh that carries the guest, and what reads its memory. On a dead line they
# live on when the tool has gone, and hold its lock.
below() {
  ps -e -o pid= -o ppid= 2>/dev/null | awk -v parent="$1" '$2 == parent { print $1 }'
}

# Ends it when its time is over, but not when the guest is suspended: then its fate is being decided.
(
  exec 8>&- 9>&- >/dev/null 2>&1
  while kill -0 "$sender"; do
    sleep 1
    [ $(($(date +%s) - began)) -ge "$budget" ] || continue
    row "$domid" || exit
    case $state in ???s*) ;; *) kill "$sender" $(below "$sender") && exit ;; esac
  done
) &
watch=$!

wait "$sender"
code=$?
if [ "$code" -ne 0 ] && [ $(($(date +%s) - began)) -ge "$budget" ]; then
  # It may be at the tool's children yet.
  wait "$watch"
  verdict overdue "$code"
fi
kill "$watch" 2>/dev/null
verdict sent "$code"
