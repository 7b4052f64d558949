# Destroys what a migration has left of a VM, and nothing else, and waits until it is gone.
# $1 UUID; $2 "incoming": copies that wait for their memory, or "departed": ones that were suspended
# to be sent; $3 name; $4 seconds to wait
uuid=$1
which=$2
name=$3
patience=$4

is_left_over() {
  bearer=$(printf '%s\n' "$domains" | awk -v id="$1" '$1 == id && NF == 3 { print $3 }')
  if [ "$which" = incoming ]; then
    [ "$bearer" = "$name--incoming" ]
  else
    row "$1" && case $bearer:$state in
      "$name--migratedaway":???s* | "migrating-$name":???s* | *:???ss*) ;;
      *) false ;;
    esac
  fi
}

waited=0
cleared=
while [ "$waited" -le "$patience" ]; do
  list || { say blind; exit 0; }
  found=
  for domid in $(with_uuid "$uuid"); do
    is_left_over "$domid" || continue
    found=$domid
    case " $cleared " in
      *" $domid "*) ;;
      *) drive destroy "$domid" >&2; cleared="$cleared $domid" ;;
    esac
  done
  [ -n "$found" ] || { say cleared $cleared; exit 0; }
  sleep 1
  waited=$((waited + 1))
done
say still "$found"
