# Prints the whole lines that were added to a log since the last look.
# $1 the log; $2 number of the file (inode) at the last look, empty for the first; $3 how far it was read, in octets
file=$1
number=$2
offset=$3
most=131072

[ -r "$file" ] || verdict no-file
set -- $(stat -L -c '%i %s' "$file")
[ -n "$number" ] || verdict at "$1" "$2"
# Another file of that name, or one that has lost what was read: read it from its beginning.
if [ "$number" != "$1" ] || [ "$2" -lt "$offset" ]; then
  offset=0
fi

added() {
  tail -c "+$((offset + 1))" "$file" | head -c "$most"
}

# The file only grows, so that what was counted is what is printed.
lines=$(added | wc -l)
if [ "$lines" -eq 0 ] && [ "$(added | wc -c)" -eq "$most" ]; then
  verdict at "$1" "$((offset + most))"
fi
octets=$(added | head -n "$lines" | wc -c)
added | head -n "$lines"
verdict at "$1" "$((offset + octets))"
