# Brings a VM to a memory, and waits until its guest has followed. What the tool would take and the
# guest not survive is refused here: more than its ceiling or the host has, less than a kernel needs.
# $1 UUID; $2 MiB; $3 seconds for the guest to follow; $4 least MiB that a guest is left
wanted=$2
patience=$3
least=$4

# Whether the list says what was wanted.
has_followed() {
  row "$domid" || verdict vanished
  difference=$((memory - wanted))
  [ "${difference#-}" -le "${slack:-1}" ]
}

only_domain "$1"
limits "$domid"
row "$domid" || verdict gone
before=$memory
if has_followed && [ "${target:-$wanted}" -eq "$wanted" ]; then
  verdict already "$memory"
fi
case $state in ??p*) verdict paused ;; esac
[ "$wanted" -ge "$least" ] || verdict too-little "$least"
[ "$wanted" -le "${maxmem:-$wanted}" ] || verdict over-max "$maxmem"
free=$(free_memory)
[ $((wanted - memory)) -le "${free:-$wanted}" ] || verdict no-memory "$free" $((wanted - memory))

drive mem-set "$domid" "$wanted" >&2
code=$?
[ "$code" -eq 0 ] || verdict failed "$code"
waited=0
until has_followed; do
  [ "$waited" -lt "$patience" ] || verdict stays "$before" "$memory"
  sleep 1
  waited=$((waited + 1))
done
verdict followed "$before" "$memory"
