# Prints what xm says, each with its exit code.
# $1 seconds for each command; $2 "host" for all, or "domains" for no more than it takes
limit=
command -v timeout >/dev/null 2>&1 && limit="timeout -k 1 $1"

ask() {
  what=$1
  shift
  say "$what"
  $limit "$@" </dev/null
  say "$what-exit" "$?"
}

[ "$2" = domains ] || ask info xm info
ask list xm list
ask long xm list --long
