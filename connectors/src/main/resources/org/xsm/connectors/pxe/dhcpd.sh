# Puts the host blocks of all machines into the one file that dhcpd includes, and restarts it if it has not been
# restarted with exactly these. dhcpd reads its files only when it starts.
# $1 folder of the blocks, one file each; $2 the file that dhcpd includes; $3 its configuration; $4 file with its
# process id; $5... the command that restarts it
blocks=$1
include=$2
config=$3
pidfile=$4
shift 4
fresh=${include%/*}/.${include##*/}.xsm-$$
before=${include%/*}/.${include##*/}.before
running=$blocks/.running

[ -d "$blocks" ] || verdict no-folder "$blocks"
[ -d "${include%/*}" ] || verdict no-folder "${include%/*}"
exec 9>>"$blocks/.lock" || verdict not-writable
flock -w 20 9 || verdict busy
trap 'rm -f "$fresh"' EXIT

lives() {
  pid=$(cat "$pidfile" 2>/dev/null)
  case $pid in
    '' | *[!0-9]*) return 1 ;;
  esac
  [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dhcpd ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$pid/status"
}

{
  echo '# Written by XSM; the next change overwrites it.'
  for block in "$blocks"/xsm-*; do
    [ ! -f "$block" ] || cat "$block" || exit 1
  done
} >"$fresh" || verdict not-writable

if ! cmp -s "$fresh" "$include"; then
  cp -p "$include" "$before" 2>/dev/null || rm -f "$before"
  mv -f "$fresh" "$include" || verdict not-writable
fi
if cmp -s "$include" "$running" && lives; then
  verdict same
fi
# Its own check lets much pass, but what it refuses must not be what it finds at its next start.
if command -v dhcpd >/dev/null && [ -f "$config" ] && ! dhcpd -t -q -cf "$config" >&2; then
  if [ -f "$before" ]; then cp -p "$before" "$include"; else rm -f "$include"; fi
  verdict refused
fi
"$@" >&2 9>&- || verdict not-restarted
for look in 1 2 3 4 5 6 7 8 9 10; do
  sleep 0.2
  if lives; then
    cp "$include" "$running" || verdict not-writable
    rm -f "$before"
    verdict restarted
  fi
done
verdict died
