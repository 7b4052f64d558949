# Asks a VM to shut down; xl waits until the guest has heard, not until it is gone.
# $1 UUID
list || verdict blind
there=$(with_uuid "$1")
[ -n "$there" ] || verdict gone
for domid in $there; do
  drive shutdown "$domid" >&2
  code=$?
done
verdict asked "$code" $there
