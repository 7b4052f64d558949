# Makes the image a module of rsync's daemon, which reads its configuration at each connection.
# $1 SystemImager's folder of configuration; $2 the image; $3 its folder
stubs=$1/rsync_stubs
conf=$1/rsyncd.conf
stub=$stubs/40$2
fresh=$stubs/.40$2.xsm-$$
made=$1/.rsyncd.conf.xsm-$$

[ -d "$stubs" ] || verdict no-folder
exec 9>>"$1/.xsm.lock" || verdict not-writable
flock -w 20 9 || verdict busy
trap 'rm -f "$fresh" "$made"' EXIT

has_module() {
  [ -f "$conf" ] && grep -qxE "[[:space:]]*\[$(printf '%s' "$1" | sed 's/[.]/[.]/g')\][[:space:]]*" "$conf"
}

if [ ! -f "$stub" ]; then
  printf '[%s]\n\tpath=%s\n\n' "$2" "$3" >"$fresh" || verdict not-writable
  mv -f "$fresh" "$stub" || verdict not-writable
fi
if has_module "$2"; then
  verdict same
fi
if command -v si_mkrsyncd_conf >/dev/null; then
  si_mkrsyncd_conf >&2 9>&- </dev/null || verdict failed
else
  # As SystemImager does: stubs begin with a digit, and backups are none.
  for part in "$stubs"/[0-9]*; do
    case $part in
      *~ | *.bak) ;;
      *) [ ! -f "$part" ] || cat "$part" || exit 1 ;;
    esac
  done >"$made" || verdict not-writable
  mv -f "$made" "$conf" || verdict not-writable
fi
has_module "$2" || verdict failed
verdict served
