# Creates a VM unless it is there. One at a time on a host: xl itself lets two creates of one name
# at the same moment both succeed, and asks nobody about a UUID that is already there.
# $1 UUID; $2 name; $3 guest config; $4 the host's lock; $5 seconds to wait for the lock
uuid=$1
name=$2
config=$3
exec 9>>"$4"
flock -w "$5" 9 || verdict busy

[ -f "$config" ] || verdict no-config
grep -qi -e "$uuid" "$config" || verdict foreign-config

look() {
  list || verdict blind
  there=$(with_uuid "$uuid")
}

look
[ -z "$there" ] || verdict already $there

# xl holds file 7 for as long as it creates the domain or watches over it. So if somebody holds it
# now, an xl that was cut off from its operation is about to make the domain, or the guest is just
# rebooting.
exec 7>>"${config%.cfg}.lock"
if ! flock -n 7; then
  flock -w 10 7
  look
  [ -z "$there" ] || verdict already $there
fi

taken=$(with_name "$name" "$uuid")
[ -z "$taken" ] || verdict name-taken $taken

drive create "$config" >&2
code=$?
exec 7>&-
look
if [ "$code" -ne 0 ]; then
  verdict failed "$code" $there
elif [ -z "$there" ]; then
  verdict vanished
fi
verdict created $there
