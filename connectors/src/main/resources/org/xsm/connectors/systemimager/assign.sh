# Lays what is a machine's own beside the image, and makes the image's installation script the machine's.
# $1 folder of overrides; $2 the machine's name; $3 folder of scripts; $4 the image, empty where the installer needs
# no script; standard input: name and network; $5 its size in octets
overrides=$1
host=$2
scripts=$3
image=$4
size=$5
etc=$overrides/$host/etc
conf=$etc/xsm-machine.conf
fresh=$etc/.xsm-machine.conf.xsm-$$
link=$scripts/$host.sh

[ -d "$overrides" ] || verdict no-folder "$overrides"
if [ -n "$image" ]; then
  [ -d "$scripts" ] || verdict no-folder "$scripts"
  if [ -e "$link" ] && [ ! -L "$link" ]; then
    verdict foreign "$link"
  fi
fi
mkdir -p "$etc" || verdict not-writable
trap 'rm -f "$fresh"' EXIT

cat >"$fresh" || verdict not-writable
[ "$(wc -c <"$fresh")" -eq "$size" ] || verdict incomplete
cmp -s "$fresh" "$conf" || mv -f "$fresh" "$conf" || verdict not-writable
if [ ! -e "$etc/hostname" ]; then
  printf '%s\n' "$host" >"$fresh" && mv -f "$fresh" "$etc/hostname" || verdict not-writable
fi
# The link comes last: with it, the machine can be installed.
if [ -n "$image" ] && [ "$(readlink "$link")" != "$image.master" ]; then
  rm -f "$scripts/.$host.sh.xsm"
  ln -s "$image.master" "$scripts/.$host.sh.xsm" && mv -fT "$scripts/.$host.sh.xsm" "$link" || verdict not-writable
fi
verdict assigned
