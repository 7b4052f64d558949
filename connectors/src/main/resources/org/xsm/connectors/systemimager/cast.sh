# Makes the image a module of flamethrower, the multicast daemon.
# $1 its configuration; $2 the image; $3 its folder; $4 whether it shall cast to everybody: on or off
conf=$1
fresh=${conf%/*}/.${conf##*/}.xsm-$$

[ -f "$conf" ] || verdict no-flamethrower
exec 9>>"${conf%/*}/.xsm.lock" || verdict not-writable
flock -w 20 9 || verdict busy
trap 'rm -f "$fresh"' EXIT

broadcast=$(sed -n 's/^[[:space:]]*BROADCAST[[:space:]]*=[[:space:]]*\([a-z]*\).*/\1/p' "$conf" | tail -n 1)
[ "${broadcast:-off}" = "$4" ] || verdict other-way "${broadcast:-off}"
if awk -v module="[$2]" '{ sub(/[ \t\r]+$/, "") } $0 == module { found = 1 } END { exit !found }' "$conf"; then
  verdict same
fi
cp -p "$conf" "$fresh" || verdict not-writable
printf '\n[%s]\nDIR = %s\n' "$2" "$3" >>"$fresh" || verdict not-writable
mv -f "$fresh" "$conf" || verdict not-writable
verdict added
