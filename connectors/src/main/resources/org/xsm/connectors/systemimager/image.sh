# Looks whether there is an image, and names those that are. Changes nothing.
# $1 folder of the images; $2 folder of rsync's stubs; $3 the image; $4 its installation script, empty if none is
# needed
images=$1
stub=$2/40$3
image=$3
script=$4

path=
[ ! -f "$stub" ] ||
  path=$(sed -n 's/^[[:space:]]*path[[:space:]]*=[[:space:]]*\([^[:space:]]*\)[[:space:]]*$/\1/p' "$stub" | head -n 1)
path=${path:-$images/$image}

for there in "$images"/*/; do
  [ -d "$there" ] || continue
  there=${there%/}
  printf '%s\n' "${there##*/}"
done | head -n 50
if [ ! -d "$path" ] || [ -z "$(ls -A "$path")" ]; then
  verdict no-image
fi
if [ -n "$script" ] && [ ! -s "$script" ]; then
  verdict no-script
fi
verdict there "$path"
