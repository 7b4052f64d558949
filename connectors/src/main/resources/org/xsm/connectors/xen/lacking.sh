# Says which of these the host has not.
# $1... "bridge NAME" or "disk PATH"
say lacking
for thing; do
  what=${thing#* }
  case $thing in
    'bridge '*) ip link show dev "$what" >/dev/null 2>&1 ;;
    *) stat -L -- "$what" >/dev/null 2>&1 ;;
  esac || printf '%s\n' "$thing"
done
say end
