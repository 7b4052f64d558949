# Prints what xl says, each with its exit code.
# $1 seconds for each command; $2 "host" for all, or "domains" for no more than it takes
scope=$2
newline='
'

[ "$scope" = domains ] || ask info xl info

# With -v the table has the UUIDs, and is much faster than -l; old or other tools may not know it.
verbose=$($limit xl list -v </dev/null)
code=$?
case $code${verbose%%"$newline"*} in
  0*UUID*)
    say list
    printf '%s\n' "$verbose"
    say list-exit 0
    [ "$scope" = domains ] || ask long xl list -l
    ;;
  *)
    ask list xl list
    ask long xl list -l
    ;;
esac
