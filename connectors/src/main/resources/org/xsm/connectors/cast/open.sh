# Sees to it that a session has a port and a living caster: one, whoever asks and however often.
# $1 folder of casts; $2 first port; $3 the session; $4 the caster, a script; what follows is the caster's
dir=$1
first=$2
session=$3
caster=$4
shift 4

for tool in udp-sender tar tee sha256sum mkfifo setsid flock; do
  command -v "$tool" >/dev/null || verdict no-tool "$tool"
done
mkdir -p "$dir" || verdict not-writable
exec 9>>"$dir/.xsm.lock" || verdict not-writable
flock -w 20 9 || verdict busy

# Sessions that nobody has asked for within a day, and whose caster has ended, give their ports back.
find "$dir" -maxdepth 1 -name '[1-9]*.asked' -mmin +1440 | while IFS= read -r asked; do
  old=${asked%.asked}
  (exec 8>>"$old.lock" && flock -n 8 && rm -rf "$old".*)
done

# Whether somebody else listens there: a cast needs the port and the next one.
is_taken() {
  grep -qF -e "$(printf ':%04X ' "$1")" -e "$(printf ':%04X ' "$(($1 + 1))")" /proc/net/udp /proc/net/udp6 2>/dev/null
}

port=
for known in "$dir"/*.session; do
  if [ -f "$known" ] && [ "$(cat "$known")" = "$session" ]; then
    port=${known##*/}
    port=${port%.session}
  fi
done
if [ -z "$port" ]; then
  port=$first
  while [ -e "$dir/$port.session" ] || is_taken "$port"; do
    port=$((port + 2))
    [ "$port" -lt "$((first + 1000))" ] && [ "$port" -lt 65535 ] || verdict no-port
  done
  rm -rf "$dir/$port".*
  printf '%s\n' "$session" >"$dir/.$port.xsm" || verdict not-writable
  mv -f "$dir/.$port.xsm" "$dir/$port.session" || verdict not-writable
fi
touch "$dir/$port.asked" || verdict not-writable

# The caster, and whatever it has started, holds this lock as long as any of them lives; so no number of a process has
# to be remembered that could have become another's.
exec 8>>"$dir/$port.lock" || verdict not-writable
flock -n 8 || verdict casting "$port"
: >"$dir/$port.log" || verdict not-writable
setsid sh -c "$caster" xsm-caster "$dir/$port" "$port" "$@" </dev/null >/dev/null 2>>"$dir/$port.log" 9>&- &
verdict started "$port"
