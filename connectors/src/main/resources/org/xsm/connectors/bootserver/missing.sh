# Names those of the files that are not there, or are empty.
for file in "$@"; do
  [ -s "$file" ] || printf '%s\n' "$file"
done
verdict looked
