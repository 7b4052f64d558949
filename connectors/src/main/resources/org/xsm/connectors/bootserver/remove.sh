# Removes a file of ours.
# $1 the file; $2 what it must hold in its first lines to be ours, empty for anything
file=$1
mark=$2

if [ ! -e "$file" ] && [ ! -L "$file" ]; then
  verdict absent
fi
if [ -L "$file" ] || [ -d "$file" ]; then
  verdict foreign
fi
if [ -n "$mark" ]; then
  head -n 3 "$file" | grep -qF -e "$mark" || verdict foreign
fi
rm -f "$file" || verdict not-writable
verdict removed
