# Ends every domain of a VM, and waits until none is listed any more, since a name is still taken
# for a moment after.
# $1 UUID; $2 seconds to wait; $3... the domains that it had when this was decided
uuid=$1
patience=$2
shift 2
asked=' '
waited=0
code=0
while :; do
  list || verdict blind
  there=$(with_uuid "$uuid")
  if [ -z "$there" ]; then
    [ "$asked" != ' ' ] || verdict gone
    verdict destroyed "$code" $asked
  fi
  meant=$(among "$there" "$@")
  [ -n "$meant" ] || verdict others $there
  [ "$waited" -lt "$patience" ] || verdict still "$code" $there
  for domid in $meant; do
    case $asked in
      *" $domid "*) sleep 1; waited=$((waited + 1)) ;;
      *)
        drive destroy "$domid" >&2
        code=$?
        asked="$asked$domid "
        ;;
    esac
  done
done
