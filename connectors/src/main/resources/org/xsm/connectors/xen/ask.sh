# Asks a tool, within a limit; stands before the scripts that look.
# $1 seconds for each command
limit=
command -v timeout >/dev/null 2>&1 && limit="timeout -k 1 $1"

ask() {
  what=$1
  shift
  say "$what"
  $limit "$@" </dev/null
  say "$what-exit" "$?"
}
