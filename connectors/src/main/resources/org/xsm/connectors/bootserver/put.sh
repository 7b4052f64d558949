# Puts standard input into a file, whole or not at all, unless the file has that text already.
# $1 the file; $2 its mode, such as 0644; $3 size of the text in octets; $4 what a file that is there already must
# hold in its first lines to be ours, empty for anything
file=$1
mode=$2
size=$3
mark=$4
folder=${file%/*}
name=${file##*/}
fresh=$folder/.$name.xsm-$$

[ -d "$folder" ] || verdict no-folder
if [ -L "$file" ] || [ -d "$file" ]; then
  verdict foreign
fi
if [ -e "$file" ] && [ -n "$mark" ]; then
  head -n 3 "$file" | grep -qF -e "$mark" || verdict foreign
fi
# What was left by those that were killed in the middle.
find "$folder" -maxdepth 1 -name ".$name.xsm-*" -mmin +10 -exec rm -f {} +

trap 'rm -f "$fresh"' EXIT
(umask 077 && cat >"$fresh") || verdict not-writable
[ "$(wc -c <"$fresh")" -eq "$size" ] || verdict incomplete
if cmp -s "$fresh" "$file"; then
  chmod "$mode" "$file" || verdict not-writable
  verdict same
fi
chmod "$mode" "$fresh" || verdict not-writable
change=created
[ ! -e "$file" ] || change=changed
# The dot in front of the fresh name hides it from dnsmasq until it is whole.
mv -f "$fresh" "$file" || verdict not-writable
verdict "$change"
