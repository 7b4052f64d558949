# What the installer tells: the console, and the monitor (TCP port 8181, one line a connection, keys and values joined
# by colons, as SystemImager's client does).

monitor=
deaf=0

seconds() { cut -d . -f 1 /proc/uptime; }

say() { echo "[$(seconds)] xsm: $*"; }

# Words as they may stand in a report: no colons, no line ends, nothing strange, not too many.
plain() { printf '%s' "$*" | tr ':\n\t' ',  ' | tr -cd ' -~' | cut -c 1-200; }

# report KEY=VALUE...  Who does not listen is told less and less, and nothing waits for him long.
report() {
  [ -n "$monitor" ] || return 0
  words=
  for word in "$@"; do words=$words:$word; done
  printf 'mac=%s:ip=%s:host=%s:kernel=%s:os=%s:time=%s%s\n' \
    "$(echo "$mac" | tr 'a-f:' 'A-F.')" "$address" "$host" "$(uname -r)" "$image" "$(seconds)" "$words" |
    nc -w 3 "$monitor" 8181 >/dev/null 2>&1
}

# report_part PERCENT  At most once a second, only what is new, and nothing to a monitor that has not listened twice.
told_part=0
told_at=0
report_part() {
  now=$(seconds)
  if [ "$1" -le "$told_part" ] || [ "$1" -gt 99 ] || [ "$now" = "$told_at" ] || [ "$deaf" -ge 2 ]; then
    return 0
  fi
  told_part=$1
  told_at=$now
  report "status=$1" speed=0 && deaf=0 || deaf=$((deaf + 1))
}

# The end of an installation that cannot go on. The machine stays as it is, so that a person can look at it.
fail() {
  say "FAILED: $*"
  say "Press Enter for a shell."
  (read -r key </dev/console && setsid cttyhack sh) &
  why=$(plain "$*")
  while :; do
    report status=-1 speed=0 "error=$why"
    sleep 30
  done
}
