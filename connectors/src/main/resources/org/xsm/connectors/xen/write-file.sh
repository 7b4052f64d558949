# Puts standard input into a guest config, whole or not at all, and reads it back.
# $1 the VM's name; $2 the text's size in octets
guests=$root/guests
file=$guests/$1.cfg
size=$2
fresh=$guests/.$1.$$
umask 077
mkdir -p "$guests" || refuse directory
chmod 700 "$guests" || refuse directory
[ ! -d "$file" ] || refuse is-a-directory
trap 'rm -f "$fresh"' EXIT
cat >"$fresh" || refuse directory
[ "$(wc -c <"$fresh")" -eq "$size" ] || refuse incomplete
if cmp -s "$fresh" "$file"; then
  say same
else
  mv -f "$fresh" "$file" || refuse directory
  say written
fi
say content
cat "$file" || refuse directory
say end
