# Puts standard input into a file of ours, whole or not at all, and reads it back if that is asked.
# $1 the folder below our directory; $2 the file's name; $3 the text's size in octets; $4 "back" to read it
folder=$root/$1
file=$folder/$2
size=$3
fresh=$folder/.$2.$$
umask 077
mkdir -p "$folder" || refuse directory
chmod 700 "$folder" || refuse directory
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
if [ "$4" = back ]; then
  say content
  cat "$file" || refuse directory
  say end
fi
