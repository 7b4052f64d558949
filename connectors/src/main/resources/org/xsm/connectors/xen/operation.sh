# Starts an operation that goes on by itself whatever happens to this connection, or finds the one
# that was started under this id, and waits for its end.
# $1 operation id; $2 the VM's UUID; $3 seconds to wait; $4 the script, empty if it shall only be
# found; $5... its arguments
id=$1
vm=$2
patience=$3
script=$4
shift 4

flock --version >/dev/null 2>&1 || refuse flock

operation=$root/operations/$id
if [ -z "$script" ] && [ ! -e "$operation/started" ]; then
  say unknown
  exit 0
fi
mask=$(umask)
umask 077
mkdir -p "$operation" || refuse directory
true >>"$operation/lock" || refuse directory

# The worker keeps file 8 locked while it runs, so the kernel knows whether it is alive, also after
# a crash of the host. Who gets the lock without waiting knows that no worker runs.
origin=found
exec 8>>"$operation/lock"
if flock -n 8; then
  if [ ! -e "$operation/started" ]; then
    printf '%s\n' "$vm" >"$operation/vm" || refuse directory
    date +%s >"$operation/started" || refuse directory
    umask "$mask"
    origin=begun
    detach=nohup
    command -v setsid >/dev/null 2>&1 && detach=setsid
    $detach sh -c '
      operation=$1
      script=$2
      shift 2
      began=$(date +%s)
      sh -c "$script" xsm "$@" >"$operation/stdout" 2>"$operation/stderr"
      code=$?
      echo "$code $(($(date +%s) - began))" >"$operation/exit.new"
      mv "$operation/exit.new" "$operation/exit"
    ' xsm "$operation" "$script" "$@" </dev/null >/dev/null 2>&1 &
  fi
fi
exec 8>&-

# Our own copy of the lock is gone; we get it again when the worker has ended.
exec 8<"$operation/lock"
if ! flock -s -w "$patience" 8 && [ ! -s "$operation/exit" ]; then
  read -r began <"$operation/started" || began=$(date +%s)
  say running "$(($(date +%s) - began))"
elif [ -s "$operation/exit" ]; then
  say finished "$(cat "$operation/exit")" "$origin"
  head -c 4096 "$operation/stdout"
  head -c 65536 "$operation/stderr" >&2
else
  say interrupted
  head -c 65536 "$operation/stderr" >&2
fi
exit 0
