# Asks a VM to shut down; xl waits until the guest has heard, not until it is gone.
# $1 UUID; $2... the domains that it had when this was decided
uuid=$1
shift
list || verdict blind
there=$(with_uuid "$uuid")
[ -n "$there" ] || verdict gone
meant=$(among "$there" "$@")
[ -n "$meant" ] || verdict others $there
for domid in $meant; do
  drive shutdown "$domid" >&2
  code=$?
done
verdict asked "$code" $meant
